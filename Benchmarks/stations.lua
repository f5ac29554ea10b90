-- Random stations, or random contests: what a country's readers ask for. The requests are written before the
-- clock runs, so that the generator costs little beside the server.
local written, count = {}, 0
function init(args)
    local what, prefix, stations = args[1], args[2], tonumber(args[3])
    if prefix ~= "" then prefix = "/" .. prefix end
    local paths = {"/api/v1/results/president", "/api/v1/results/referendum"}
    if what == "stations" then
        paths = {}
        for number = 0, stations - 1 do paths[number + 1] = string.format("/api/v1/stations/s%05d", number) end
    end
    for place, path in ipairs(paths) do written[place] = wrk.format("GET", prefix .. path) end
    count = #written
    math.randomseed(7)
end
function request() return written[math.random(count)] end
