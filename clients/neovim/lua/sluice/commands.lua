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

function names.forget(command)
  local word = word_of(command)
  if word == "" then
    return sluice.complain("there is no word under the cursor: name one, as in :Sluice forget 킹받다")
  end
  execute("sluice.removeFromDictionary", { word }, "“" .. word .. "” is no longer in the dictionary")
end

--- Where the selection begins and ends, as LSP has it; in normal mode both are the cursor.
---@param encoding "utf-8"|"utf-16"|"utf-32"
local function selection(encoding)
  local first, last = vim.fn.getpos("v"), vim.fn.getpos(".")
  if last[2] < first[2] or (last[2] == first[2] and last[3] < first[3]) then
    first, last = last, first
  end
  local function position(line, bytes)
    local text = vim.fn.getline(line)
    return { line = line - 1, character = vim.str_utfindex(text, encoding, math.min(bytes, #text), false) }
  end
  local text = vim.fn.getline(last[2])
  local past = last[3] - 1
  if vim.fn.mode() == "v" and past < #text then
    past = past + 1 + vim.str_utf_end(text, past + 1)
  end
  return { start = position(first[2], first[3] - 1), ["end"] = position(last[2], past) }
end

---@param range {start: lsp.Position, end: lsp.Position}
local function select(range, encoding)
  local function cursor(line, bytes)
    vim.api.nvim_win_set_cursor(0, { line + 1, math.max(0, bytes) })
  end
  local function bytes(place)
    return vim.str_byteindex(vim.fn.getline(place.line + 1), encoding, place.character, false)
  end
  vim.cmd.normal({ args = { vim.keycode("<Esc>") }, bang = true })
  cursor(range.start.line, bytes(range.start))
  vim.cmd.normal({ args = { "v" }, bang = true })
  -- The end of a line is before the beginning of the next, and a selection has its last character.
  local line, past = range["end"].line, bytes(range["end"])
  if past == 0 and line > range.start.line then
    line, past = line - 1, #vim.fn.getline(line) + 1
  end
  local text = vim.fn.getline(line + 1)
  cursor(line, past > #text and #text or past - 1 + (past > 0 and vim.str_utf_start(text, past) or 0))
end

function names.expand()
  local client = sluice.client(0)
  if not client then
    return sluice.complain('no server runs: see ":checkhealth sluice"')
  end
  local now = selection(client.offset_encoding)
  local answer = sluice.ask_and_wait(client, "textDocument/selectionRange", {
    textDocument = vim.lsp.util.make_text_document_params(0),
    positions = { now.start },
  })
  local function after(one, other)
    return one.line > other.line or (one.line == other.line and one.character >= other.character)
  end
  local wider = answer and answer[1]
  while wider do
    local holds = after(now.start, wider.range.start) and after(wider.range["end"], now["end"])
    if holds and not vim.deep_equal(wider.range, now) then
      return select(wider.range, client.offset_encoding)
    end
    wider = wider.parent
  end
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
