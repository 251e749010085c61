-- `:Sluice NAME …`: what is done for each name.
local sluice = require("sluice")
local M = {}

---@param lines string[] Markdown
local function float(lines)
  vim.lsp.util.open_floating_preview(lines, "markdown", { focus_id = "sluice", border = "rounded" })
end

---@param command vim.api.keyset.create_user_command.command_args
---@return string word what the command was given, else the word under the cursor
local function word_of(command)
  local given = table.concat(vim.list_slice(command.fargs, 2), " ")
  return given ~= "" and given or vim.fn.expand("<cword>")
end

--- The first and the last line of the paragraph around the cursor, from 1.
local function paragraph()
  local here, last = vim.fn.line("."), vim.fn.line("$")
  local first, final = here, here
  local function blank(number)
    return vim.fn.getline(number):match("^%s*$") ~= nil
  end
  while first > 1 and not blank(first - 1) do
    first = first - 1
  end
  while final < last and not blank(final + 1) do
    final = final + 1
  end
  return first, final
end

local names = {}

function names.similar(command)
  local word = word_of(command)
  if word == "" then
    return sluice.complain("there is no word under the cursor: name one, as in :Sluice similar 영화")
  end
  sluice.ask("words/similar", { word = word }, function(answer)
    local lines = { "**" .. word .. "** · " .. answer.vectors }
    for _, reached in ipairs(answer.reachedBy or {}) do
      table.insert(lines, ("%s → %s (%s)"):format(reached.word, reached.as or "its n-grams", reached.by))
    end
    table.insert(lines, "")
    for _, neighbour in ipairs(answer.neighbours) do
      local relation = neighbour.relation and " · " .. neighbour.relation or ""
      table.insert(lines, ("- %.2f  %s%s"):format(neighbour.similarity, neighbour.word, relation))
    end
    float(lines)
  end)
end

function names.replace()
  vim.lsp.buf.code_action({ context = { only = { "refactor.rewrite" }, diagnostics = {} } })
end

function names.label(command)
  local first, final = command.line1, command.line2
  if command.range == 0 then
    first, final = paragraph()
  end
  local text = table.concat(vim.api.nvim_buf_get_lines(0, first - 1, final, false), "\n")
  sluice.ask("text/classify", { text = text }, function(answer)
    local lines = { "**" .. answer.label .. "** · " .. answer.model, "" }
    for _, each in ipairs(answer.labels) do
      table.insert(lines, ("- %.3f  %s"):format(each.probability, each.label))
    end
    float(lines)
  end)
end

---@param name string a command of the server
local function execute(name, arguments, done)
  sluice.ask("workspace/executeCommand", { command = name, arguments = arguments }, function()
    vim.notify("sluice: " .. done)
  end)
end

function names.dictionary(command)
  local word = word_of(command)
  if word == "" then
    return sluice.complain("there is no word under the cursor: name one, as in :Sluice dictionary 킹받다")
  end
  execute("sluice.addToDictionary", { word }, "“" .. word .. "” is in the dictionary")
end

function names.reload()
  execute("sluice.reload", {}, "settings and models were read again")
end

function names.restart()
  vim.lsp.enable("sluice", false)
  -- A client that has not ended yet would be taken for one that runs.
  local function ended()
    return #vim.lsp.get_clients({ name = "sluice" }) == 0
  end
  if not vim.wait(3000, ended, 20) then
    for _, client in ipairs(vim.lsp.get_clients({ name = "sluice" })) do
      client:stop(true)
    end
    vim.wait(1000, ended, 20)
  end
  vim.lsp.enable("sluice")
end

--- The daemon's log where there is one, since its models and its failures are there; else Neovim's of all its servers.
function names.log()
  local state = vim.env.XDG_STATE_HOME or vim.fs.joinpath(vim.uv.os_homedir() or "", ".local/state")
  local daemon = vim.fs.joinpath(state, "sluice", "sluice.log")
  for _, path in ipairs({ daemon, vim.lsp.log.get_filename() }) do
    if vim.uv.fs_stat(path) then
      vim.cmd.tabedit({ args = { vim.fn.fnameescape(path) } })
      vim.cmd.normal({ args = { "G" }, bang = true })
      return
    end
  end
  vim.notify("sluice: nothing has been logged yet")
end

--- `:Sluice NAME …`
function M.run(command)
  local name = command.fargs[1]
  if not names[name] then
    return sluice.complain(("there is no %q: %s"):format(name, table.concat(M.complete("Sluice "), ", ")))
  end
  names[name](command)
end

--- The names that may stand where the cursor is.
---@param line string the command line so far
function M.complete(line)
  local begun = line:match("Sluice!?%s+(%S*)$")
  local fitting = vim.tbl_filter(function(name)
    return begun ~= nil and vim.startswith(name, begun)
  end, vim.tbl_keys(names))
  table.sort(fitting)
  return fitting
end

return M
