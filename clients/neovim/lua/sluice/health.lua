-- `:checkhealth sluice`
local health = vim.health
local M = {}

--- What a program wrote, or nil and why there is nothing.
---@param arguments string[]
local function output(arguments)
  local started, process = pcall(vim.system, arguments, { text = true, timeout = 10000 })
  if not started then
    return nil, tostring(process)
  end
  local ended = process:wait()
  if ended.code ~= 0 then
    return nil, vim.trim(ended.stderr ~= "" and ended.stderr or ("exit status " .. ended.code))
  end
  return vim.trim(ended.stdout)
end

local function check_program(program)
  health.start("sluice: program")
  local path = vim.fn.exepath(program)
  if path == "" then
    health.error(program .. " is not on PATH", {
      "Build it with `make build` and put .build/static/release/sluice on PATH,",
      'or name it: vim.lsp.config("sluice", { cmd = { "/path/to/sluice", "lsp" } })',
    })
    return false
  end
  local version, why = output({ path, "--version" })
  if not version then
    health.error(path .. " does not start: " .. why)
    return false
  end
  health.ok(path .. ", version " .. version)
  return true
end

local function check_daemon(program)
  health.start("sluice: daemon")
  local answer, why = output({ program, "status", "--json" })
  local decoded, status = pcall(vim.json.decode, answer or "")
  if not decoded or type(status) ~= "table" then
    health.info("none runs: the first editor starts it (" .. (why or "its answer is not JSON") .. ")")
    return
  end
  local text = ("version %s, process %d, %d sessions, %s"):format(
    status.version, status.processId, status.sessions, status.socket or "no socket")
  if status.health == "ok" then
    health.ok(text)
  else
    health.warn(text .. ": " .. tostring(status.health))
  end
end

local function check_client()
  health.start("sluice: client")
  if not vim.lsp.is_enabled("sluice") then
    health.warn("not enabled", { 'Put vim.lsp.enable("sluice") into your init.lua.' })
  end
  local clients = vim.lsp.get_clients({ name = "sluice" })
  if #clients == 0 then
    health.info("attached to no buffer; file types: " .. table.concat(vim.lsp.config.sluice.filetypes, ", "))
    return nil
  end
  for _, client in ipairs(clients) do
    health.ok(("client %d: %d buffers, %s, root %s"):format(
      client.id, vim.tbl_count(client.attached_buffers), client.offset_encoding, client.root_dir or "none"))
  end
  return clients[1]
end

---@param client vim.lsp.Client
local function check_models(client)
  health.start("sluice: models")
  local answer = client:request_sync("models/list", vim.empty_dict(), 10000, 0)
  if not answer or answer.err then
    health.error("the server does not list its models: " .. (answer and answer.err.message or "no answer in 10 s"))
    return
  end
  for _, model in ipairs(answer.result.models) do
    local languages = table.concat(model.languages or {}, ", ")
    local text = ("%s: %s %s, %s"):format(model.name, model.task or "", languages, model.readiness)
    if model.readiness == "invalid" then
      health.error(text .. ": " .. (model.problem or ""))
    else
      health.ok(text)
    end
  end
end

function M.check()
  local command = vim.lsp.config.sluice.cmd
  if type(command) == "table" then
    if not check_program(command[1]) then
      return
    end
    check_daemon(command[1])
  end
  local client = check_client()
  if client then
    check_models(client)
  end
end

return M
