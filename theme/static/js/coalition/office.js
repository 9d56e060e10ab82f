/**
 * A text as DOCX and as ODT: headings, paragraphs and lists with real styles, in Dutch. Bytes out; knows no page.
 */

import { pack, writeZip } from '../components/pack-zip.js';
import { isItem } from './compose.js';

/** @typedef {import('./compose.js').Block} Block */

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SIGNS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[/** @type {keyof typeof SIGNS} */ (sign)]);
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
export const DOCX = `${WORD_TYPE}.document`;
export const ODT = 'application/vnd.oasis.opendocument.text';

/**
 * @param {Block[]} blocks
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function makeDocx(blocks) {
  return writeZip(await Promise.all([
    pack('[Content_Types].xml', `${HEAD}<Types xmlns="${PACKAGE}/content-types">`
      + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
      + '<Default Extension="xml" ContentType="application/xml"/>'
      + ['document.main', 'styles', 'numbering'].map((type) =>
        `<Override PartName="/word/${type.replace('.main', '')}.xml" ContentType="${WORD_TYPE}.${type}+xml"/>`).join('') + '</Types>'),
    pack('_rels/.rels', renderLinks([['officeDocument', 'word/document.xml']])),
    pack('word/_rels/document.xml.rels', renderLinks([['styles', 'styles.xml'], ['numbering', 'numbering.xml']])),
    pack('word/document.xml', `${HEAD}<w:document xmlns:w="${WORD}"><w:body>${blocks.map(renderWord).join('')}`
      + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" '
      + 'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>'),
    pack('word/styles.xml', `${HEAD}<w:styles xmlns:w="${WORD}">${WORD_STYLES}</w:styles>`),
    pack('word/numbering.xml', `${HEAD}<w:numbering xmlns:w="${WORD}">${renderLevel(0, 'bullet', '•')}${renderLevel(1, 'decimal', '%1.')}`
      + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'),
  ]));
}

/** @param {Array<[string, string]>} links kinds and targets */
function renderLinks(links) {
  const rows = links.map(([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`;
}

/** @type {Record<Block['soort'], string>} */
const WORD_STYLE = { kop: 'Heading1', alinea: 'BodyText', punt: 'ListBullet', nummer: 'ListNumber' };
const WORD_STYLES = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/>'
  + '<w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault></w:docDefaults>'
  + '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
  + renderStyle('Heading1', 'heading 1', '<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="32"/>')
  + renderStyle('BodyText', 'Body Text', '<w:spacing w:after="120" w:line="288" w:lineRule="auto"/>')
  + renderStyle('ListBullet', 'List Bullet', renderList(1)) + renderStyle('ListNumber', 'List Number', renderList(2));

/** @param {number} list */
function renderList(list) {
  return `<w:numPr><w:numId w:val="${list}"/></w:numPr><w:spacing w:after="80" w:line="288" w:lineRule="auto"/>`;
}

/**
 * @param {string} id
 * @param {string} name
 * @param {string} paragraph
 * @param {string} run
 */
function renderStyle(id, name, paragraph, run = '') {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>`
    + `<w:pPr>${paragraph}</w:pPr>${run && `<w:rPr>${run}</w:rPr>`}</w:style>`;
}

/**
 * @param {number} id
 * @param {string} format
 * @param {string} sign
 */
function renderLevel(id, format, sign) {
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>`
    + `<w:numFmt w:val="${format}"/><w:lvlText w:val="${sign}"/><w:lvlJc w:val="left"/>`
    + '<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>';
}

/** @param {Block} block */
function renderWord({ soort, tekst }) {
  return `<w:p><w:pPr><w:pStyle w:val="${WORD_STYLE[soort]}"/></w:pPr><w:r><w:t xml:space="preserve">${escape(tekst)}</w:t></w:r></w:p>`;
}

const OPEN = ['office', 'style', 'text'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ')
  + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"';
const MANIFEST = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';

/**
 * @param {Block[]} blocks
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function makeOdt(blocks) {
  return writeZip(await Promise.all([
    pack('mimetype', ODT, { stored: true }), // first and as it is, so that programs know the file
    pack('content.xml', `${HEAD}<office:document-content ${OPEN}><office:body><office:text>${renderOpen(blocks)}</office:text></office:body></office:document-content>`),
    pack('styles.xml', `${HEAD}<office:document-styles ${OPEN}><office:styles>${OPEN_STYLES}</office:styles><office:automatic-styles>`
      + '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.5cm"/></style:page-layout>'
      + '</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles></office:document-styles>'),
    pack('META-INF/manifest.xml', `${HEAD}<manifest:manifest xmlns:manifest="${MANIFEST}" manifest:version="1.3">`
      + [['/', ODT], ['content.xml', 'text/xml'], ['styles.xml', 'text/xml']].map(([path, type]) =>
        `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`).join('') + '</manifest:manifest>'),
  ]));
}

const INDENT = '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
  + '<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.75cm" fo:margin-left="0.75cm"/></style:list-level-properties>';
const OPEN_STYLES = '<style:default-style style:family="paragraph"><style:text-properties fo:language="nl" fo:country="NL" fo:font-family="Calibri, Carlito, sans-serif" fo:font-size="11pt"/></style:default-style>'
  + '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>'
  + '<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" style:parent-style-name="Standard" style:class="text"><style:paragraph-properties fo:margin-bottom="0.2cm" fo:line-height="120%"/></style:style>'
  + '<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Text_20_body" style:default-outline-level="1" style:class="text"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style>'
  + `<text:list-style style:name="Punten"><text:list-level-style-bullet text:level="1" text:bullet-char="•">${INDENT}</text:list-level-style-bullet></text:list-style>`
  + `<text:list-style style:name="Nummers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">${INDENT}</text:list-level-style-number></text:list-style>`;

/** @param {Block[]} blocks */
function renderOpen(blocks) {
  return blocks.map(({ soort, tekst }, index) => {
    const words = `<text:p text:style-name="Text_20_body">${escape(tekst)}</text:p>`;
    if (soort === 'kop') return `<text:h text:style-name="Heading_20_1" text:outline-level="1">${escape(tekst)}</text:h>`;
    if (!isItem(soort)) return words;
    const list = soort === 'punt' ? 'Punten' : 'Nummers';
    const start = blocks[index - 1]?.soort === soort ? '' : `<text:list text:style-name="${list}">`;
    return `${start}<text:list-item>${words}</text:list-item>${blocks[index + 1]?.soort === soort ? '' : '</text:list>'}`;
  }).join('');
}
