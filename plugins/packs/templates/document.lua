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

-- A style on a list does not reach its items, so each paragraph in an item gets its own.
local function style_items(list)
  for _, item in ipairs(list.content) do
    for position, block in ipairs(item) do
      if block.t == "Plain" or block.t == "Para" then
        item[position] = styled("Kaderlijst", { pandoc.Para(block.content) })
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
  local blocks = pandoc.List({})
  if #title > 0 then blocks:insert(styled("Kadertitel", title)) end
  for _, block in ipairs(rest) do
    if is_list(block) then
      blocks:insert(style_items(block))
    elseif block.t == "Table" then
      blocks:insert(block)
    else
      blocks:insert(styled("Kader", { block }))
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

-- A column is as wide as its texts ask for, within bounds: the square root keeps one long cell from taking all.
function Table(tbl)
  local longest = {}
  local function measure(rows)
    for _, row in ipairs(rows) do
      for column, cell in ipairs(row.cells) do
        local length = pandoc.text.len(pandoc.utils.stringify(cell.contents))
        longest[column] = math.max(longest[column] or 0, length)
      end
    end
  end
  measure(tbl.head.rows)
  for _, body in ipairs(tbl.bodies) do measure(body.body) end
  local total = 0
  for column, length in ipairs(longest) do
    longest[column] = math.sqrt(math.min(math.max(length, 12), 160))
    total = total + longest[column]
  end
  for column, spec in ipairs(tbl.colspecs) do
    local align = spec[1] == "AlignDefault" and "AlignLeft" or spec[1]
    tbl.colspecs[column] = { align, math.floor(1000 * longest[column] / total) / 1000 }
  end
  return tbl
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
