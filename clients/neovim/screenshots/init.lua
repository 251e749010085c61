-- What the pictures are of: the client as its page has it, with what is off by default switched on.
vim.o.termguicolors = true
vim.o.number = true
vim.o.signcolumn = "yes"
vim.o.showmode = false
vim.o.showcmd = false
vim.o.ruler = false
vim.o.laststatus = 0
vim.o.swapfile = false
vim.opt.shortmess:append("cC")
vim.opt.fillchars = { msgsep = "─" }
vim.api.nvim_set_hl(0, "MsgSeparator", { link = "Comment" })
vim.o.completeopt = "menuone,noinsert,popup"
vim.o.pumheight = 8
vim.o.winborder = "rounded"
vim.o.hlsearch = false
vim.diagnostic.config({ virtual_lines = true })
vim.lsp.config("sluice", {
  settings = {
    sluice = {
      features = { inlayHints = true },
      rules = { { model = "sentiment-ko", label = "negative", atLeast = 0.9, severity = "warning" } },
    },
  },
})
vim.lsp.enable("sluice")
vim.lsp.inlay_hint.enable(true)
vim.api.nvim_create_autocmd("LspAttach", {
  callback = function(event)
    vim.bo[event.buf].omnifunc = "v:lua.vim.lsp.omnifunc"
  end,
})
