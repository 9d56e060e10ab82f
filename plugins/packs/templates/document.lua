-- What HTML says and pandoc's writers lose: call-outs, blanks, widths of columns, alternative texts.
-- Runs once per format, in an empty folder of its own; images (data: addresses) are put there as files.

local typst = FORMAT == "typst"

local function raw(text) return pandoc.RawBlock("typst", text) end

local function quoted(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"'):gsub("%s+", " ") .. '"'
end

local function styled(name, blocks)
  return pandoc.Div(blocks, pandoc.Attr("", {}, { ["custom-style"] = name }))
end

local drawn = { stroom = true, stappen = true, rollen = true, tijdlijn = true }

local function kind_of(div)
  for _, class in ipairs(div.classes) do
    if class ~= "admonition" then return class end
  end
  return "kern"
end

-- Call-outs that warn have colours of their own; all others look alike.
local coloured = { ["let-op"] = "-let-op", voorbehoud = "-voorbehoud", hulp = "-hulp" }

-- A style on a list does not reach its items, so each paragraph in an item gets its own. The last paragraph of a
-- call-out keeps what follows at a distance: `last` is the ending of its style.
local function style_items(list, style, last)
  for number, item in ipairs(list.content) do
    for position, block in ipairs(item) do
      if block.t == "Plain" or block.t == "Para" then
        local ends = number == #list.content and position == #item
        item[position] = styled(style .. (ends and last or ""), { pandoc.Para(block.content) })
      end
    end
  end
  return list
end

local function split_title(div)
  local first = div.content[1]
  if first and first.t == "Div" and first.classes:includes("kadertitel") then
    -- A style takes hold of paragraphs alone.
    return pandoc.List({ pandoc.Para(first.content[1].content) }), { table.unpack(div.content, 2) }
  end
  return pandoc.List({}), div.content
end

-- The bold words that an item of a drawing starts with, apart from the rest.
local function split_lead(block)
  if not block or (block.t ~= "Plain" and block.t ~= "Para") then return nil end
  local first = block.content[1]
  if not first or first.t ~= "Strong" then return nil end
  local rest = pandoc.List({ table.unpack(block.content, 2) })
  if rest[1] and (rest[1].t == "Space" or rest[1].t == "SoftBreak") then rest:remove(1) end
  return first, rest
end

-- In Typst each item of a drawing becomes a call: #part[lead][rest].
local function draw_items(list)
  for _, item in ipairs(list.content) do
    local lead, rest = split_lead(item[1])
    if lead then
      item[1] = pandoc.Plain({ pandoc.RawInline("typst", "#part["), table.unpack(lead.content) })
      item[1].content:insert(pandoc.RawInline("typst", "]["))
      item[1].content:extend(rest)
      item[1].content:insert(pandoc.RawInline("typst", "]"))
    end
  end
  return list
end

local function is_list(block) return block.t == "BulletList" or block.t == "OrderedList" end

local function typst_callout(kind, title, rest)
  local blocks = pandoc.List({ raw("#callout(" .. quoted(kind) .. ", [") })
  blocks:extend(title)
  blocks:insert(raw("])["))
  for _, block in ipairs(rest) do
    blocks:insert(drawn[kind] and is_list(block) and draw_items(block) or block)
  end
  blocks:insert(raw("]"))
  return blocks
end

local function callout(div)
  local title, rest = split_title(div)
  if typst then return typst_callout(kind_of(div), title, rest) end
  local colour = coloured[kind_of(div)] or ""
  local blocks = pandoc.List({})
  if #title > 0 then blocks:insert(styled("Kadertitel" .. colour, title)) end
  for number, block in ipairs(rest) do
    local last = number == #rest and "-slot" or ""
    if is_list(block) then
      blocks:insert(style_items(block, "Kaderlijst" .. colour, last))
    elseif block.t == "Table" then
      blocks:insert(block)
    else
      blocks:insert(styled("Kader" .. colour .. last, { block }))
    end
  end
  return blocks
end

function Div(div)
  if div.classes:includes("admonition") then return callout(div) end
  if div.classes:includes("bronnenlijst") then
    if typst then return { raw("#sources["), div, raw("]") } end
    return styled("Bibliography", div.content)
  end
end

function Span(span)
  if not span.classes:includes("invulplek") then return nil end
  if typst then
    local inlines = pandoc.List({ pandoc.RawInline("typst", "#blank[") })
    inlines:extend(span.content)
    inlines:insert(pandoc.RawInline("typst", "]"))
    return inlines
  end
  span.attributes["custom-style"] = "Invulplek"
  return span
end

-- Typst reads "--", "...", "-?" and a minus before a digit as other signs; text is shown as the editors typed it.
local shorthands = { "%-%-", "%.%.%.", "%-%?", "^%-%d", "[^%w]%-%d" }

function Str(str)
  for _, shorthand in ipairs(typst and shorthands or {}) do
    if str.text:find(shorthand) then
      return pandoc.RawInline("typst", "#" .. quoted(str.text) .. ";")
    end
  end
end

-- Links within a document are many, so they are coloured but not underlined.
function Link(link)
  if typst or link.target:sub(1, 1) ~= "#" then return nil end
  link.content = { pandoc.Span(link.content, pandoc.Attr("", {}, { ["custom-style"] = "Verwijzing" })) }
  return link
end

-- How many signs the longest text and the longest word of each column have, in all tables with the same heads: these
-- stand below one another, and their columns should too.
local measured = {}

local function find_measures(tbl)
  local heads = {}
  for _, row in ipairs(tbl.head.rows) do
    for _, cell in ipairs(row.cells) do heads[#heads + 1] = pandoc.utils.stringify(cell.contents) end
  end
  local key = table.concat(heads, "\n")
  measured[key] = measured[key] or { texts = {}, words = {} }
  return measured[key]
end

local function measure_rows(rows, found)
  for _, row in ipairs(rows) do
    for column, cell in ipairs(row.cells) do
      local text = pandoc.utils.stringify(cell.contents)
      found.texts[column] = math.max(found.texts[column] or 0, pandoc.text.len(text))
      for word in text:gmatch("%S+") do
        found.words[column] = math.max(found.words[column] or 0, pandoc.text.len(word))
      end
    end
  end
end

local function measure_table(tbl)
  local found = find_measures(tbl)
  measure_rows(tbl.head.rows, found)
  for _, body in ipairs(tbl.bodies) do measure_rows(body.body, found) end
end

local function scale_to(widths, whole)
  local total = 0
  for _, width in ipairs(widths) do total = total + width end
  for column, width in ipairs(widths) do widths[column] = whole * width / total end
  return widths
end

-- Signs of a table's text that one line holds; the room between two columns takes two.
local line = 80

-- A column is as wide as its texts ask for, within bounds: the power keeps one long cell from taking all. No
-- column is narrower than its longest word, as long as there is room for that.
local function find_widths(tbl)
  local found = find_measures(tbl)
  local widths = {}
  for column, length in ipairs(found.texts) do widths[column] = math.min(math.max(length, 10), 160) ^ 0.6 end
  scale_to(widths, 1)
  local fixed, free = 0, {}
  for column, width in ipairs(widths) do
    local least = (math.min(found.words[column] or 0, 24) * 1.06 + 2) / line
    if width < least then
      widths[column], fixed = least, fixed + least
    else
      free[column] = width
    end
  end
  local left, asked = 1 - fixed, 0
  for _, width in pairs(free) do asked = asked + width end
  for column, width in pairs(free) do widths[column] = math.max(width * left / asked, 0.08) end
  return scale_to(widths, 1)
end

local function has_row_heads(tbl)
  for _, body in ipairs(tbl.bodies) do
    if body.row_head_columns > 0 then return true end
  end
  return false
end

local function size_table(tbl)
  local widths = find_widths(tbl)
  for column, spec in ipairs(tbl.colspecs) do
    local align = spec[1] == "AlignDefault" and "AlignLeft" or spec[1]
    tbl.colspecs[column] = { align, math.floor(1000 * widths[column]) / 1000 }
  end
  if typst and has_row_heads(tbl) then return { raw("#row-heads["), tbl, raw("]") } end
  return tbl
end

-- In an office document a paragraph has no way of its own to keep away from a table above it.
local function part_from_table(blocks)
  for position = 2, #blocks do
    if blocks[position - 1].t == "Table" and blocks[position].t == "Para" then
      blocks[position] = styled("Ondertabel", { blocks[position] })
    end
  end
  return blocks
end

-- Runs last: by then every table has been read.
function Pandoc(doc)
  doc.blocks:walk({ Table = measure_table })
  doc.blocks = doc.blocks:walk({ Table = size_table, Blocks = not typst and part_from_table or nil })
  return doc
end

-- Bold words alone are the title of what follows.
function Para(para)
  if #para.content ~= 1 or para.content[1].t ~= "Strong" then return nil end
  if typst then return { raw("#subtitle["), pandoc.Plain(para.content), raw("]") } end
  return styled("Tussenkop", { para })
end

-- Typst refuses an image without alternative text, and pandoc does not pass it on. Pandoc would fetch an image from
-- another host, or read one from any folder: only what came in with the page may be in a document.
function Image(image)
  if image.src:sub(1, 5) ~= "data:" then error("het beeld " .. image.src .. " is niet gevonden", 0) end
  local alt = pandoc.utils.stringify(image.caption)
  if alt == "" then error("een beeld heeft geen alternatieve tekst", 0) end
  local mime, data = pandoc.mediabag.fetch(image.src)
  -- Pandoc would convert it with a program that one machine has and another lacks.
  if mime:find("svg", 1, true) then error("het beeld «" .. alt .. "» is SVG: gebruik PNG of JPEG", 0) end
  local name = pandoc.utils.sha1(data) .. "." .. mime:match("/(%a+)")
  local file = assert(io.open(name, "wb"))
  file:write(data)
  file:close()
  if typst then
    return pandoc.RawInline("typst", "#image(" .. quoted(name) .. ", alt: " .. quoted(alt) .. ")")
  end
  image.src = name
  return image
end
