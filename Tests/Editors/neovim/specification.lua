-- What the Neovim client does, each by a name that run.lua finds it by. The server is the stand-in, unless a test is of those
-- that begin with "live": these ask Sluice itself.
local tests = {}

local text = { "# 감상", "", "영화가 정말 재미있었다", "배우는 좋았다 😀 이야기는 지루했다" }

local function eventually(what, condition)
  assert(vim.wait(60000, condition, 20), "waited in vain until " .. what)
end

local function same(found, expected)
  assert(vim.deep_equal(found, expected), "expected " .. vim.inspect(expected) .. ", found " .. vim.inspect(found))
end

--- Opens a file with `lines` and waits for the client.
local function open(lines, name)
  vim.lsp.enable("sluice")
  local path = vim.fs.joinpath(vim.env.SLUICE_TEST_FOLDER, name or "text.md")
  vim.fn.writefile(lines or text, path)
  vim.cmd.edit(path)
  eventually("the client is attached", function()
    local client = vim.lsp.get_clients({ name = "sluice", bufnr = 0 })[1]
    return client and client.initialized
  end)
  return vim.lsp.get_clients({ name = "sluice", bufnr = 0 })[1]
end

--- Puts the cursor before the first `word` of a line, or `after` it.
local function go(line, word, after)
  local first, last = vim.fn.getline(line):find(word, 1, true)
  vim.api.nvim_win_set_cursor(0, { line, after and last or first - 1 })
end

--- What the server was sent, whole lines of it.
local function logged()
  local file = io.open(vim.env.SLUICE_STAND_IN_LOG)
  local text = file and file:read("a") or ""
  if file then
    file:close()
  end
  local lines = vim.split(text, "\n")
  return vim.tbl_map(vim.json.decode, vim.list_slice(lines, 1, #lines - 1))
end

--- The same, by method.
local function sent(method)
  return vim.tbl_filter(function(message)
    return message.method == method
  end, logged())
end

--- The lines of the floating window, once there is one.
local function float()
  local found
  eventually("a window floats", function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= "" then
        found = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
      end
    end
    return found ~= nil
  end)
  return table.concat(found, "\n")
end

local function has(whole, part)
  assert(whole:find(part, 1, true), ("%q is not in: %s"):format(part, whole))
end

tests["a Markdown file is opened in bytes with its language and its text"] = function()
  local client = open()
  same(client.offset_encoding, "utf-8")
  eventually("the document is open", function()
    return #sent("textDocument/didOpen") == 1
  end)
  local document = sent("textDocument/didOpen")[1].params.textDocument
  same(document.languageId, "markdown")
  same(document.text, table.concat(text, "\n") .. "\n")
end

tests["kinds of files have the names that LSP gives them"] = function()
  vim.lsp.config("sluice", { filetypes = { "text", "gitcommit", "mail", "sh", "lua" } })
  for filetype, expected in pairs({ text = "plaintext", gitcommit = "git-commit", sh = "shellscript", lua = "lua" }) do
    same(vim.lsp.config.sluice.get_language_id(0, filetype), expected)
  end
end

tests["a source file is left alone until its file type is added"] = function()
  vim.lsp.enable("sluice")
  vim.cmd.edit(vim.fs.joinpath(vim.env.SLUICE_TEST_FOLDER, "a.py"))
  vim.wait(200)
  same(#vim.lsp.get_clients({ name = "sluice" }), 0)
  vim.lsp.config("sluice", { filetypes = { "python" } })
  vim.cmd.edit({ bang = true })
  eventually("the client is attached", function()
    return #vim.lsp.get_clients({ name = "sluice", bufnr = 0 }) == 1
  end)
end

tests["settings are given at the start, and where the server asks for them"] = function()
  vim.lsp.config("sluice", { settings = { sluice = { model = "reviews", features = { codeLens = true } } } })
  open()
  local answer
  eventually("the settings were given", function()
    for _, message in ipairs(logged()) do
      answer = message.id == "stand-in-1" and message.result or answer
    end
    return answer ~= nil
  end)
  local expected = { model = "reviews", features = { codeLens = true } }
  same(answer, { expected })
  same(sent("initialize")[1].params.initializationOptions, expected)
end

tests["hover shows what the server says of a word"] = function()
  open()
  go(3, "영화가")
  vim.lsp.buf.hover()
  local said = float()
  has(said, "영화")
  has(said, "드라마 0.91")
end

tests["what is typed reaches the server as edits"] = function()
  open()
  go(4, "이야기는")
  vim.cmd.normal({ args = { "i그 " }, bang = true })
  vim.cmd.normal({ args = { "ggO처음" }, bang = true })
  vim.lsp.buf.hover()
  local server = vim.deepcopy(text)
  eventually("the edits were sent", function()
    server = vim.list_extend({}, text)
    for _, message in ipairs(sent("textDocument/didChange")) do
      for _, change in ipairs(message.params.contentChanges) do
        local whole = table.concat(server, "\n") .. "\n"
        local function offset(place)
          local lines = vim.split(whole, "\n")
          return #table.concat(vim.list_slice(lines, 1, place.line), "\n") + (place.line > 0 and 1 or 0) + place.character
        end
        local first, last = offset(change.range.start), offset(change.range["end"])
        whole = whole:sub(1, first) .. change.text .. whole:sub(last + 1)
        server = vim.split(whole:sub(1, -2), "\n")
      end
    end
    return vim.deep_equal(server, vim.api.nvim_buf_get_lines(0, 0, -1, false))
  end)
end

tests["diagnostics are shown once"] = function()
  open()
  eventually("there are diagnostics", function()
    return #vim.diagnostic.get(0) > 0
  end)
  vim.wait(300)
  local found = vim.diagnostic.get(0)
  same(#found, 1)
  same({ found[1].lnum, found[1].severity, found[1].source }, { 3, vim.diagnostic.severity.INFO, "sluice" })
  same(vim.fn.getline(4):sub(found[1].col + 1, found[1].end_col), "지루했다")
end

tests["diagnostics are asked for anew where the server says so"] = function()
  open()
  eventually("there are diagnostics", function()
    return #vim.diagnostic.get(0) == 1
  end)
  vim.cmd("Sluice dictionary 지루했다")
  eventually("they are gone", function()
    return #vim.diagnostic.get(0) == 0
  end)
end

tests["completion keeps the form and shows more about a word"] = function()
  open()
  go(3, "영화가", true)
  local answer = vim.lsp.buf_request_sync(0, "textDocument/completion", vim.lsp.util.make_position_params(0, "utf-8"), 60000)
  local result = vim.tbl_values(answer)[1].result
  local words = vim.tbl_map(function(item)
    return item.word
  end, vim.lsp.completion._lsp_to_complete_items(result, "영화가", 1))
  same(words, { "드라마가", "연극가" })
end

tests["the omni function offers words in the place of the one before the cursor"] = function()
  open()
  vim.bo.omnifunc = "v:lua.vim.lsp.omnifunc"
  go(3, "영화가", true)
  -- The answer comes while Neovim waits for keys, in insert mode.
  local function leave()
    vim.api.nvim_input("<Esc>")
  end
  vim.api.nvim_create_autocmd("CompleteChanged", {
    callback = function()
      vim.g.offered = vim.fn.complete_info({ "items" }).items
      leave()
    end,
  })
  vim.defer_fn(leave, 60000)
  vim.api.nvim_feedkeys(vim.keycode("i<C-x><C-o>"), "n", false)
  vim.api.nvim_feedkeys("", "x!", false)
  same(vim.g.offered[1].word, "드라마가")
end

tests["the thesaurus keeps the form"] = function()
  open()
  vim.bo.thesaurusfunc = "v:lua.require'sluice'.thesaurus"
  go(3, "영화가", true)
  vim.api.nvim_feedkeys(vim.keycode("i<C-x><C-t><Esc>"), "tx", false)
  same(vim.fn.getline(3), "드라마가 정말 재미있었다")
end

tests["the thesaurus leaves alone what is behind the cursor"] = function()
  open()
  vim.bo.thesaurusfunc = "v:lua.require'sluice'.thesaurus"
  go(3, "영화가", true)
  vim.api.nvim_feedkeys(vim.keycode("i<Left><C-x><C-t><C-n><Esc>"), "tx", false)
  same(vim.fn.getline(3), "연극가 정말 재미있었다")
end

tests["the thesaurus lists related words where nothing can be replaced"] = function()
  vim.env.SLUICE_STAND_IN_OFF = "codeActions"
  open({ "movie" })
  vim.bo.thesaurusfunc = "v:lua.require'sluice'.thesaurus"
  vim.cmd.normal({ args = { "A of a movie" }, bang = true })
  vim.api.nvim_feedkeys(vim.keycode("A<C-x><C-t><C-n><Esc>"), "tx", false)
  same(vim.fn.getline(1), "movie of a picture")
end

tests["the thesaurus says nothing where there is no server"] = function()
  vim.cmd.enew()
  vim.bo.thesaurusfunc = "v:lua.require'sluice'.thesaurus"
  vim.api.nvim_feedkeys(vim.keycode("i영화<C-x><C-t><Esc>"), "tx", false)
  same(vim.fn.getline(1), "영화")
end

local function answer_with(index)
  local asked = {}
  vim.ui.select = function(items, _, chosen)
    vim.list_extend(asked, items)
    chosen(items[index], index)
  end
  return asked
end

tests["Sluice replace offers words and puts one in its place"] = function()
  open()
  go(3, "영화가")
  local asked = answer_with(2)
  vim.cmd("Sluice replace")
  eventually("the word was replaced", function()
    return vim.fn.getline(3) == "연극가 정말 재미있었다"
  end)
  same(#asked, 2)
end

tests["a code action with a command is done by the server, which edits the text"] = function()
  open()
  eventually("there are diagnostics", function()
    return #vim.diagnostic.get(0) == 1
  end)
  go(4, "지루했다")
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return action.title == "Ignore here"
    end,
  })
  eventually("the server has edited the text", function()
    return vim.fn.getline(1) == "ignored"
  end)
  eventually("the diagnostics are gone", function()
    return #vim.diagnostic.get(0) == 0
  end)
end

tests["Sluice similar floats the words near the one under the cursor"] = function()
  open()
  go(3, "영화가")
  vim.cmd("Sluice similar")
  local said = float()
  has(said, "영화가 → 영화 (particle)")
  has(said, "0.91  드라마")
end

tests["Sluice similar takes a word, and says why it has no answer"] = function()
  open()
  vim.cmd("Sluice similar movie")
  has(float(), "0.95  film")
  local said
  vim.notify = function(message)
    said = message
  end
  vim.cmd("Sluice similar nothing")
  eventually("the failure was said", function()
    return said ~= nil
  end)
  same(said, 'sluice: "nothing" is unknown; try another word')
end

tests["Sluice label asks about the paragraph, or the lines that it is given"] = function()
  open()
  vim.api.nvim_win_set_cursor(0, { 4, 0 })
  vim.cmd("Sluice label")
  has(float(), "negative")
  vim.cmd("3Sluice label")
  eventually("both were asked", function()
    return #sent("text/classify") == 2
  end)
  local asked = vim.tbl_map(function(message)
    return message.params.text
  end, sent("text/classify"))
  same(asked, { text[3] .. "\n" .. text[4], text[3] })
end

tests["Sluice dictionary, forget and reload are the server's commands"] = function()
  open()
  go(3, "정말")
  vim.cmd("Sluice dictionary")
  vim.cmd("Sluice dictionary 킹받다")
  vim.cmd("Sluice forget 킹받다")
  vim.cmd("Sluice reload")
  eventually("the commands were sent", function()
    return #sent("workspace/executeCommand") == 4
  end)
  same(vim.tbl_map(function(message)
    return { message.params.command, message.params.arguments }
  end, sent("workspace/executeCommand")), {
    { "sluice.addToDictionary", { "정말" } },
    { "sluice.addToDictionary", { "킹받다" } },
    { "sluice.removeFromDictionary", { "킹받다" } },
    { "sluice.reload", {} },
  })
end

tests["Sluice restart ends the server and starts another, with the text as it is"] = function()
  local before = open().id
  vim.cmd.normal({ args = { "ggO처음" }, bang = true })
  vim.cmd("Sluice restart")
  eventually("another client is attached", function()
    local client = vim.lsp.get_clients({ name = "sluice", bufnr = 0 })[1]
    return client and client.initialized and client.id ~= before and #sent("textDocument/didOpen") == 2
  end)
  same(sent("textDocument/didOpen")[2].params.textDocument.text, "처음\n" .. table.concat(text, "\n") .. "\n")
  same(#sent("shutdown"), 1)
end

tests["Sluice log opens the daemon's log where there is one"] = function()
  local folder = vim.fs.joinpath(vim.env.XDG_STATE_HOME, "sluice")
  vim.fn.mkdir(folder, "p")
  vim.fn.writefile({ "first", "last" }, vim.fs.joinpath(folder, "sluice.log"))
  vim.cmd("Sluice log")
  same(vim.api.nvim_get_current_line(), "last")
end

tests["names of commands are completed, and one that is wrong is said"] = function()
  same(vim.fn.getcompletion("Sluice re", "cmdline"), { "reload", "replace", "restart" })
  same(vim.fn.getcompletion("Sluice similar re", "cmdline"), {})
  local said
  vim.notify = function(message)
    said = message
  end
  vim.cmd("Sluice wrong")
  has(said, 'there is no "wrong": dictionary, expand, forget, label, log, reload, replace, restart, similar')
  vim.cmd("Sluice similar 영화")
  has(said, "no server runs")
end

tests["parts of speech have colours, which a colour scheme may change"] = function()
  open()
  vim.lsp.semantic_tokens.force_refresh(0)
  local function kind(line, word)
    local column = vim.fn.getline(line):find(word, 1, true) - 1
    local found = vim.lsp.semantic_tokens.get_at_pos(0, line - 1, column)
    return found and found[1] and found[1].type
  end
  eventually("there are tokens", function()
    return kind(3, "영화가") ~= nil
  end)
  same({ kind(3, "영화가"), kind(3, "정말"), kind(4, "이야기는") }, { "noun", "adverb", "noun" })
  local function link(name)
    return vim.api.nvim_get_hl(0, { name = name }).link
  end
  same({ link("@lsp.type.noun"), link("@lsp.type.adverb") }, { "Identifier", "Special" })
  vim.api.nvim_set_hl(0, "@lsp.type.noun", { link = "Title" })
  vim.cmd.doautocmd("ColorScheme")
  same({ link("@lsp.type.noun"), link("@lsp.type.adverb") }, { "Title", "Special" })
end

tests["inlay hints and code lenses are drawn where they are switched on"] = function()
  local client = open()
  vim.lsp.inlay_hint.enable(true, { bufnr = 0 })
  eventually("there are hints", function()
    return #vim.lsp.inlay_hint.get({ bufnr = 0 }) == 2
  end)
  same(vim.lsp.inlay_hint.get({ bufnr = 0 })[2].inlay_hint.label, "negative 0.97")
  vim.lsp.codelens.refresh({ bufnr = 0 })
  eventually("there are lenses", function()
    return #vim.lsp.codelens.get(0) == 2
  end)
  vim.api.nvim_win_set_cursor(0, { 3, 0 })
  vim.lsp.codelens.run()
  eventually("the lens was followed", function()
    return #sent("workspace/executeCommand") == 1
  end)
  same(client.name, "sluice")
end

tests["symbols, highlights and selections are understood"] = function()
  open()
  vim.lsp.buf.document_symbol({
    on_list = function(list)
      vim.g.symbols = #list.items
    end,
  })
  go(3, "영화가")
  vim.lsp.buf.document_highlight()
  eventually("there are symbols and highlights", function()
    local marks = 0
    for name, space in pairs(vim.api.nvim_get_namespaces()) do
      if name:find("lsp") and name:find("reference") then
        marks = marks + #vim.api.nvim_buf_get_extmarks(0, space, 0, -1, {})
      end
    end
    return vim.g.symbols == 2 and marks == 1
  end)
end

tests["Sluice expand selects the word, and then what that is in"] = function()
  open()
  go(4, "이야기는")
  vim.cmd.normal({ args = { "ll" }, bang = true })
  local function expand()
    vim.api.nvim_feedkeys(vim.keycode("<Cmd>Sluice expand<CR>"), "x", false)
    -- A command that is fed ends visual mode for whoever looks next, but leaves its marks.
    vim.cmd.normal({ args = { vim.keycode("<Esc>") .. "gv" }, bang = true })
    return table.concat(vim.fn.getregion(vim.fn.getpos("v"), vim.fn.getpos("."), { type = "v" }), "\n")
  end
  same(expand(), "이야기는")
  same(expand(), table.concat(text, "\n"))
  same(expand(), table.concat(text, "\n"))
end

local function health()
  vim.cmd("checkhealth sluice")
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

tests["checkhealth says what is there"] = function()
  open()
  local said = health()
  has(said, "version 0.1.0 (stand-in)")
  has(said, "1 sessions, /none")
  has(said, "1 buffers, utf-8")
  has(said, "OK sentiment-ko: classify ko, ready")
  has(said, "ERROR broken")
  has(said, "a file is missing")
end

tests["checkhealth says what is missing"] = function()
  vim.lsp.config("sluice", { cmd = { "no-such-sluice", "lsp" } })
  has(health(), "no-such-sluice is not on PATH")
  vim.lsp.config("sluice", { cmd = { "sluice", "lsp" } })
  vim.env.SLUICE_STAND_IN_DAEMON = "none"
  local said = health()
  has(said, "none runs: the first editor starts it (Error: no daemon runs)")
  has(said, "not enabled")
  has(said, "attached to no buffer; file types: text, markdown, gitcommit, mail")
end

tests["live: hover, words, labels and completion"] = function()
  open()
  go(3, "영화가")
  vim.lsp.buf.hover()
  has(float(), "영화")
  vim.cmd.normal({ args = { "l" }, bang = true })
  local client = require("sluice").client(0)
  local function ask(method, params)
    local answer = client:request_sync(method, params, 60000, 0)
    assert(answer and not answer.err, vim.inspect(answer))
    return answer.result
  end
  same(ask("words/similar", { word = "영화가", top = 3 }).reachedBy[1].as, "영화")
  local _, names = pcall(vim.tbl_map, function(model)
    return model.name
  end, ask("models/list", vim.empty_dict()).models)
  assert(vim.list_contains(names, "sentiment-ko"), vim.inspect(names))
  go(3, "영화가", true)
  vim.bo.thesaurusfunc = "v:lua.require'sluice'.thesaurus"
  vim.api.nvim_feedkeys(vim.keycode("i<C-x><C-t><Esc>"), "tx", false)
  local word = assert(vim.fn.getline(3):match("^(%S+) 정말 재미있었다$"), vim.fn.getline(3))
  assert(vim.endswith(word, "가") or vim.endswith(word, "이"), word)
  assert(vim.fn.getline(3) ~= text[3], "nothing was replaced")
end

tests["live: rules are diagnostics, and a changed text changes them"] = function()
  vim.lsp.config("sluice", {
    settings = {
      sluice = { rules = { { model = "sentiment-ko", label = "negative", atLeast = 0.8, severity = "warning" } } },
    },
  })
  open({ "정말 재미있고 감동적인 최고의 영화였다.", "", "너무 지루하고 돈이 아까운 최악의 영화였다." })
  eventually("there is a diagnostic", function()
    local found = vim.diagnostic.get(0)
    return #found == 1 and found[1].lnum == 2 and found[1].severity == vim.diagnostic.severity.WARN
  end)
  vim.cmd.normal({ args = { "Gdd" }, bang = true })
  eventually("it is gone", function()
    return #vim.diagnostic.get(0) == 0
  end)
end

return tests
