/// The description of the JSON API, OpenAPI 3.1. Tests ask the service for everything in it.
enum OpenAPI {
    static let text = """
        {
          "openapi": "3.1.0",
          "info": {
            "title": "Dobush: one published record",
            "version": "1",
            "description": "Read-only. Counts are whole numbers; shares are left to the reader."
          },
          "paths": {
            "/health": {
              "get": {
                "summary": "Answers when the service is ready",
                "responses": { "200": { "description": "Ready" } }
              }
            },
            "/api/record": {
              "get": {
                "summary": "What the record is, and each verification with its result",
                "responses": {
                  "200": {
                    "description": "The record",
                    "content": { "application/json": { "schema": {
                      "type": "object",
                      "required": ["election", "name", "day", "contests", "stations", "entries", "verification"],
                      "properties": {
                        "election": { "type": "string" },
                        "day": { "type": "string", "format": "date" },
                        "contests": { "type": "array", "items": { "type": "string" } },
                        "stations": { "type": "integer", "minimum": 0 },
                        "entries": { "type": "integer", "minimum": 0 },
                        "root": { "type": ["string", "null"] }
                      }
                    } } }
                  }
                }
              }
            },
            "/api/results/{contest}": {
              "get": {
                "summary": "Sums of a contest for the nation and each district, and its outcome",
                "parameters": [
                  { "name": "contest", "in": "path", "required": true,
                    "schema": { "type": "string", "minLength": 1, "maxLength": 128 } }
                ],
                "responses": {
                  "200": {
                    "description": "The sums",
                    "content": { "application/json": { "schema": {
                      "type": "object",
                      "required": ["contest", "title", "stations", "nation", "districts"],
                      "properties": {
                        "contest": { "type": "string" },
                        "stations": { "type": "integer", "minimum": 0 },
                        "nation": { "$ref": "#/components/schemas/Sums" },
                        "districts": { "type": "object",
                          "additionalProperties": { "$ref": "#/components/schemas/Sums" } }
                      }
                    } } }
                  },
                  "404": { "description": "No such contest: problem, summary, hint" }
                }
              }
            },
            "/api/log": {
              "get": {
                "summary": "Every entry of the log, in the order sealed, and the signed checkpoint",
                "responses": {
                  "200": {
                    "description": "The log",
                    "content": { "application/json": { "schema": {
                      "type": "object",
                      "required": ["origin", "key", "checkpoint", "entries"],
                      "properties": { "entries": { "type": "array", "items": { "type": "object" } } }
                    } } }
                  }
                }
              }
            }
          },
          "components": {
            "schemas": {
              "Sums": {
                "type": "object",
                "required": ["registered", "participants", "valid", "stations", "votes"],
                "properties": {
                  "registered": { "type": "integer", "minimum": 0 },
                  "participants": { "type": "integer", "minimum": 0 },
                  "valid": { "type": "integer", "minimum": 0 },
                  "stations": { "type": "integer", "minimum": 0 },
                  "votes": { "type": "object", "additionalProperties": { "type": "integer", "minimum": 0 } }
                }
              }
            }
          }
        }

        """
}
