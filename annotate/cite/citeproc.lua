-- Renders citations: a JSON request a line in, a JSON answer a line out (run as `pandoc lua`).
--
-- in  {"style": path of a .csl, "locale"?: the style's language, "lang"?: one that goes before it,
--      "items": CSL-JSON as a string, so that it arrives as it was, "ids": of the items,
--      "bibliography": bool, "cites": [[{"id", "label"?, "locator"?, "prefix"?, "suffix"?}]]}
-- out {"citations": [{"text", "markdown", "html"}], "bibliography": [the same]} or {"error"}
--
-- Each request is a document of its own, so that no request changes another's year suffixes,
-- numbers or ibidems; one process does many, so that none waits for a start. Nothing is parsed as
-- Markdown: names, titles and locators go in as plain strings and leave escaped by the writers.

local utils = pandoc.utils

-- Short English terms of locators, as pandoc reads them; a label that is no key is written as is.
local TERMS = {
  act = 'act', appendix = 'app.', ['article-locator'] = 'art.', book = 'bk.', canon = 'c.',
  chapter = 'chap.', column = 'col.', elocation = 'loc.', equation = 'eq.', figure = 'fig.',
  folio = 'fol.', issue = 'no.', line = 'l.', note = 'n.', opus = 'op.', page = 'p.',
  paragraph = 'para.', part = 'pt.', rule = 'r.', scene = 'sc.', section = 'sec.',
  ['sub-verbo'] = 's.v.', supplement = 'supp.', table = 'tbl.', title = 'tit.', verse = 'v.',
  volume = 'vol.',
}

-- A style that says one term and nothing else, to learn what a language calls a locator.
local TERM_STYLE = [[<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"
  default-locale="%s"><info><title>t</title><id>t</id><updated>2000-01-01T00:00:00Z</updated></info>
  <citation><layout><text term="%s" form="short"/></layout></citation></style>]]

local function words(text)
  local inlines = pandoc.Inlines{}
  for word in text:gmatch('%S+') do
    if #inlines > 0 then inlines:insert(pandoc.Space()) end
    inlines:insert(pandoc.Str(word))
  end
  return inlines
end

local function cite(citations)
  return pandoc.Cite({pandoc.Str('…')}, citations)
end

local known = {}

local function term(label, lang)
  local english = TERMS[label] or label
  if not lang or lang:match('^en') or not label:match('^[%w-]+$') or not lang:match('^[%w-]+$') then
    return english
  end
  local key = lang .. ' ' .. label
  if known[key] == nil then
    local style = 'data:application/xml,' .. TERM_STYLE:format(lang, label):gsub(
      '[^%w]', function(c) return ('%%%02X'):format(c:byte()) end)
    local asked = pandoc.Para{cite{pandoc.Citation('x', 'NormalCitation')}}
    local references = {{id = 'x', type = 'book', title = 'x'}}
    local ok, answer = pcall(utils.citeproc,
      pandoc.Pandoc({asked}, {csl = style, references = references}))
    local found = ok and utils.stringify(answer.blocks[1]) or ''
    known[key] = found ~= '' and found or english
  end
  return known[key]
end

local function citation(asked, lang)
  local behind = ''
  if asked.locator then
    local plain = tostring(asked.locator):gsub('[{}]', '')
    behind = (', {%s %s}'):format(term(asked.label or 'page', lang), plain)
  end
  if asked.suffix then behind = behind .. ' ' .. asked.suffix end
  return pandoc.Citation(asked.id, 'NormalCitation', words(asked.prefix or ''), words(behind))
end

local function is_web(target)
  return target:match('^https?://') ~= nil
end

-- What may leave: footnotes opened, layout spans unwrapped, links to the web only, no raw markup.
local CLEAN = {
  Note = function(note) return utils.blocks_to_inlines(note.content) end,
  Cite = function(found) return found.content end,
  RawInline = function(raw) return pandoc.Str(raw.text) end,
  Link = function(link)
    if not is_web(link.target) then return link.content end
    return pandoc.Link(link.content, link.target)
  end,
  Span = function(span)
    if span.classes:includes('csl-block') or span.classes:includes('csl-indent') then
      return {pandoc.Space()} .. span.content .. {pandoc.Space()}
    end
    if span.attributes.style or span.classes:includes('nodecor') then return span end
    return span.content
  end,
}

local function forms(inlines)
  local clean = inlines:walk(CLEAN)
  local document = pandoc.Pandoc{pandoc.Plain(clean)}
  local bare = clean:walk{Span = function(span) return span.content end}
  return {
    text = utils.stringify(clean),
    html = pandoc.write(document, 'html', {wrap_text = 'none'}),
    markdown = pandoc.write(pandoc.Pandoc{pandoc.Plain(bare)}, 'commonmark', {wrap_text = 'none'}),
  }
end

local function render(request)
  local meta = pandoc.read(request.items, 'csljson').meta
  meta.csl = request.style
  meta.lang = request.lang
  meta['suppress-bibliography'] = not request.bibliography
  local blocks, all = pandoc.Blocks{}, pandoc.List{}
  for _, group in ipairs(request.cites) do
    local citations = pandoc.List(group):map(function(c) return citation(c, request.locale) end)
    blocks:insert(pandoc.Para{cite(citations)})
  end
  for _, id in ipairs(request.ids) do all:insert(pandoc.Citation(id, 'NormalCitation')) end
  if request.bibliography and #all > 0 then meta.nocite = pandoc.Inlines{cite(all)} end
  local done = utils.citeproc(pandoc.Pandoc(blocks, meta))
  local answer = {citations = pandoc.List{}, bibliography = pandoc.List{}}
  for number = 1, #request.cites do
    answer.citations:insert(forms(done.blocks[number].content))
  end
  done.blocks:walk{Div = function(div)
    if div.classes:includes('csl-entry') then
      answer.bibliography:insert(forms(utils.blocks_to_inlines(div.content)))
    end
  end}
  return answer
end

for line in io.lines() do
  local ok, answer = pcall(function() return render(pandoc.json.decode(line, false)) end)
  io.write(pandoc.json.encode(ok and answer or {error = tostring(answer)}), '\n')
  io.flush()
end
