-- What the commands, the health check and the thesaurus share: the client, and questions to it.
local M = {}

-- Milliseconds that a key may wait for an answer.
local patience = 2000

--- The client of a buffer (0 for the current one), or else any that runs.
---@param bufnr integer
---@return vim.lsp.Client?
function M.client(bufnr)
  return vim.lsp.get_clients({ name = "sluice", bufnr = bufnr })[1] or vim.lsp.get_clients({ name = "sluice" })[1]
end

--- Says what went wrong, with the server's hint.
---@param failure {message: string, data: any}|string
function M.complain(failure)
  local text = type(failure) == "table" and failure.message or tostring(failure)
  if type(failure) == "table" and type(failure.data) == "table" and type(failure.data.hint) == "string" then
    text = text .. "; " .. failure.data.hint
  end
  vim.notify("sluice: " .. text, vim.log.levels.ERROR)
end

--- Asks the server, and calls `done` with what it answers. A failure is said to the user.
---@param method string of LSP, or any of Sluice's own
---@param params table
---@param done fun(result: any)
function M.ask(method, params, done)
  local client = M.client(0)
  if not client then
    return M.complain('no server runs: see ":checkhealth sluice"')
  end
  client:request(method, params, function(failure, result)
    if failure then
      M.complain(failure)
    else
      done(result)
    end
  end, 0)
end

--- The same where a key waits for it: the answer, or nil.
---@param client vim.lsp.Client
---@return any
function M.ask_and_wait(client, method, params)
  local answer = client:request_sync(method, params, patience, 0)
  return answer and not answer.err and answer.result or nil
end

--- What the server would put in the place of the word before the cursor, in its form: 영화가 → 드라마가.
---@return integer? start the byte where that word begins, from 0
---@return string[] words
local function replacements(client, row, column)
  local line = vim.api.nvim_get_current_line()
  local position = { line = row, character = vim.str_utfindex(line, client.offset_encoding, column, false) }
  local actions = M.ask_and_wait(client, "textDocument/codeAction", {
    textDocument = vim.lsp.util.make_text_document_params(0),
    range = { start = position, ["end"] = position },
    context = { diagnostics = {}, only = { "refactor.rewrite" } },
  })
  local start, words = nil, {}
  for _, action in ipairs(actions or {}) do
    action = action.edit and action or M.ask_and_wait(client, "codeAction/resolve", action) or action
    local changes = action.edit and (action.edit.changes or {})[vim.uri_from_bufnr(0)] or {}
    for _, change in ipairs((action.edit and action.edit.documentChanges or {})) do
      changes = change.edits or changes
    end
    local edit = #changes == 1 and changes[1] or nil
    -- Vim replaces what is before the cursor, so a word that goes on behind it is left alone.
    if edit and vim.deep_equal(edit.range["end"], position) and edit.range.start.line == row then
      start = vim.str_byteindex(line, client.offset_encoding, edit.range.start.character, false)
      table.insert(words, edit.newText)
    end
  end
  return start, words
end

local found = {} ---@type table[] what 'thesaurusfunc' offers once it has said where

--- For 'thesaurusfunc': related words for the one before the cursor, best first.
function M.thesaurus(findstart, _)
  if findstart == 0 then
    return found
  end
  found = {}
  local client = vim.lsp.get_clients({ name = "sluice", bufnr = 0 })[1]
  if not client then
    return -3
  end
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local start, words = replacements(client, row - 1, column)
  if start then
    found = vim.tbl_map(function(word)
      return { word = word, menu = "[sluice]" }
    end, words)
    return start
  end
  -- Without a replacement, as where code actions are switched off: related words as they are listed.
  local word = vim.fn.matchstr(vim.api.nvim_get_current_line():sub(1, column), [[\k\+$]])
  local answer = word ~= "" and M.ask_and_wait(client, "words/similar", { word = word })
  for _, neighbour in ipairs(answer and answer.neighbours or {}) do
    table.insert(found, { word = neighbour.word, menu = ("%.2f"):format(neighbour.similarity) })
  end
  return #found > 0 and column - #word or -3
end

return M
