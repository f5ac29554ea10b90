-- Random stations, or random contests: what a country's readers ask for.
local what, prefix, count
function init(args)
    what, prefix, count = args[1], args[2], tonumber(args[3])
    if prefix ~= "" then prefix = "/" .. prefix end
    math.randomseed(7)
end
local contests = {"president", "referendum"}
function request()
    if what == "results" then
        return wrk.format("GET", prefix .. "/api/v1/results/" .. contests[math.random(#contests)])
    end
    return wrk.format("GET", prefix .. string.format("/api/v1/stations/s%05d", math.random(0, count - 1)))
end
