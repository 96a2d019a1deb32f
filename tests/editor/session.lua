-- A session as a person has it: open a draft, wait for the notes, begin from a frame, save.
-- What the editor saw is written to $TOLD as JSON.
local told = { messages = {} }
local function finish(how)
  told.how = how
  local file = io.open(os.getenv("TOLD"), "w")
  file:write(vim.fn.json_encode(told))
  file:close()
  vim.cmd("qall!")
end

vim.api.nvim_create_autocmd("FileType", {
  pattern = { "markdown", "yaml", "toml", "text" },
  callback = function(event)
    local client = vim.lsp.start_client({
      name = "okrlint",
      cmd = { os.getenv("PYTHON"), "-m", "okrlint", "lsp" },
      root_dir = vim.fn.getcwd(),
    })
    vim.lsp.buf_attach_client(event.buf, client)
  end,
})

local function notes()
  return vim.diagnostic.get(0)
end

local function wait(what, condition)
  if not vim.wait(60000, condition, 20) then
    finish("waited in vain for " .. what)
  end
end

local ok, fault = pcall(function()
  vim.cmd("filetype on")
  vim.cmd("edit " .. os.getenv("DRAFT"))
  wait("notes", function() return #notes() > 0 end)
  told.before = vim.tbl_map(function(one)
    return { code = one.code, line = one.lnum, column = one.col, message = one.message, severity = one.severity }
  end, notes())

  local note = vim.tbl_filter(function(one) return one.code == "IMP001" end, notes())[1]
  vim.api.nvim_win_set_cursor(0, { note.lnum + 1, note.col })
  -- vim.lsp.buf.code_action() asks the person; here the first offer is taken.
  vim.ui.select = function(items, options, chosen)
    told.offered = vim.tbl_map(options.format_item, items)
    chosen(items[1], 1)
  end
  local line = vim.api.nvim_get_current_line()
  vim.lsp.buf.code_action()
  wait("the action", function() return vim.api.nvim_get_current_line() ~= line end)
  told.line = vim.api.nvim_get_current_line()
  wait("fewer notes", function()
    return #vim.tbl_filter(function(one) return one.code == "IMP001" end, notes()) == 0
  end)
  vim.cmd("write")
end)
finish(ok and "saved" or tostring(fault))
