-- What `vim.lsp.enable("sluice")` starts. `vim.lsp.config("sluice", {…})` changes any of it.

-- LSP's identifiers where Neovim calls a kind of file otherwise.
local language_ids = {
  text = "plaintext",
  mail = "plaintext",
  gitcommit = "git-commit",
  tex = "latex",
  rst = "restructuredtext",
  sh = "shellscript",
  cs = "csharp",
  objc = "objective-c",
  objcpp = "objective-cpp",
}

--- Settings and dictionaries change what is found in a text that has not changed. Neovim 0.11 does not ask again by itself.
local function find_again(_, _, context)
  local client = assert(vim.lsp.get_client_by_id(context.client_id))
  for bufnr in pairs(client.attached_buffers) do
    client:request("textDocument/diagnostic", { textDocument = vim.lsp.util.make_text_document_params(bufnr) }, nil, bufnr)
  end
  return vim.NIL
end

---@type vim.lsp.Config
return {
  cmd = { "sluice", "lsp" },
  -- What is prose throughout. Comments and strings of source files are read, too, where their file type is added.
  filetypes = { "text", "markdown", "gitcommit", "mail" },
  root_markers = { "sluice.toml", "sluice.json", ".git" },
  get_language_id = function(_, filetype)
    return language_ids[filetype] or filetype
  end,
  -- So that settings hold for the first document, too, which is opened before the server has been told any.
  before_init = function(params, config)
    params.initializationOptions = params.initializationOptions or (config.settings or {}).sluice
  end,
  capabilities = { workspace = { diagnostics = { refreshSupport = true } } },
  handlers = { ["workspace/diagnostic/refresh"] = find_again },
}
