import Formats
import Foundation
import HTTPServer
import Primitives

/// Answers requests from one record: the pages, the record's files, and a small read-only JSON API.
package struct Service: Sendable {
    private let site: Site
    private let shared: [String: [UInt8]]
    /// Path inside the record to bytes.
    private let record: [String: [UInt8]]
    private let interface: Interface

    package init(site: Site, record: [String: [UInt8]]) {
        self.site = site
        self.record = record
        shared = site.sharedFiles
        interface = Interface(site.dossier)
    }

    package func answer(_ request: Request) -> Response {
        guard request.method == "GET" || request.method == "HEAD" else {
            var response = Response(
                status: 405, type: "text/plain", body: Array("Only GET and HEAD.\n".utf8))
            response.headers.append(("Allow", "GET, HEAD"))
            return response
        }
        let parts = request.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        let rest = parts.dropFirst().joined(separator: "/")
        let first = String(parts.first ?? "")
        if let language = Language(rawValue: first) { return page(rest, language) }
        switch first {
        case "":
            return redirect(to: "/\(Language.preferred(request.languages).rawValue)/index.html")
        case "health": return json(["status": "ok"])
        case "openapi.json":
            return Response(type: "application/json", body: Array(OpenAPI.text.utf8))
        case "api": return interface.answer(rest) ?? unknown(rest)
        case "record": return file(rest, Language.preferred(request.languages))
        default:
            let path = String(request.path.dropFirst())
            return shared[path].map { Response(type: Self.type(of: path), body: $0) }
                ?? missing(Language.preferred(request.languages))
        }
    }

    private func page(_ path: String, _ language: Language) -> Response {
        if path.isEmpty { return redirect(to: "/\(language.rawValue)/index.html") }
        return site.document(path, language).map { Response(html: $0) } ?? missing(language)
    }

    private func file(_ path: String, _ language: Language) -> Response {
        record[path].map { Response(type: Self.type(of: path), body: $0) } ?? missing(language)
    }

    private func missing(_ language: Language) -> Response {
        Response(status: 404, html: site.missing(language))
    }

    private func unknown(_ path: String) -> Response {
        json(
            [
                "problem": "web.no-such-resource", "summary": "There is no /api/\(path).",
                "hint": "GET /openapi.json lists what there is.",
            ], status: 404)
    }

    private func redirect(to path: String) -> Response {
        var response = Response(status: 302, type: "text/plain; charset=utf-8", body: [])
        response.headers.append(("Location", path))
        response.headers.append(("Vary", "Accept-Language"))
        return response
    }

    private func json(_ value: [String: String], status: Int = 200) -> Response {
        Interface.json(value, status: status)
    }

    /// A file of the record is never served as a page, whatever its name.
    private static func type(of path: String) -> String {
        switch path.split(separator: ".").last {
        case "html" where path == "index.html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "svg" where path == Stylesheet.iconPath: "image/svg+xml"
        case "json": "application/json"
        case "csv": "text/csv; charset=utf-8"
        case "txt": "text/plain; charset=utf-8"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "pdf": "application/pdf"
        default: path == "log/checkpoint" ? "text/plain; charset=utf-8" : "application/octet-stream"
        }
    }
}
