if vim.g.loaded_sluice then
  return
end
vim.g.loaded_sluice = true

-- The server's token types are parts of speech. A colour scheme that knows them wins.
local groups = {
  noun = "Identifier",
  properNoun = "Constant",
  verb = "Function",
  adjective = "Type",
  adverb = "Special",
  particle = "Comment",
  ending = "Comment",
  number = "Number",
}
local function link_groups()
  for kind, group in pairs(groups) do
    vim.api.nvim_set_hl(0, "@lsp.type." .. kind, { link = group, default = true })
  end
end
link_groups()
vim.api.nvim_create_autocmd("ColorScheme", {
  group = vim.api.nvim_create_augroup("sluice", {}),
  callback = link_groups,
})

vim.api.nvim_create_user_command("Sluice", function(command)
  require("sluice.commands").run(command)
end, {
  nargs = "+",
  range = true,
  desc = "Ask the Sluice language server",
  complete = function(_, line)
    return require("sluice.commands").complete(line)
  end,
})
