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

---@type vim.lsp.Config
return {
  cmd = { "sluice", "lsp" },
  -- What is prose throughout. Comments and strings of source files are read, too, where their file type is added.
  filetypes = { "text", "markdown", "gitcommit", "mail" },
  root_markers = { "sluice.toml", "sluice.json", ".git" },
  get_language_id = function(_, filetype)
    return language_ids[filetype] or filetype
  end,
}
