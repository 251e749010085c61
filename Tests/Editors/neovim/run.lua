-- Runs the test of specification.lua that SLUICE_TEST names, and ends Neovim with 0 where it holds.
local here = vim.fs.dirname(debug.getinfo(1, "S").source:sub(2))
package.path = here .. "/?.lua;" .. package.path

local function run()
  local held, why = xpcall(function()
    local test = require("specification")[vim.env.SLUICE_TEST]
    assert(test, "there is no such test")
    test()
  end, debug.traceback)
  if held then
    vim.cmd("qall!")
  else
    io.stderr:write(why .. "\n" .. vim.fn.execute("messages") .. "\n")
    vim.cmd("cquit 1")
  end
end

-- Neovim starts clients of buffers that are open already only once it has started itself.
vim.api.nvim_create_autocmd("VimEnter", { callback = vim.schedule_wrap(run) })
