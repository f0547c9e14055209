import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generateParser } from './generate-parser.ts';
import { parseQuery } from './query.ts';
import { DEFAULT_STOP_WORDS } from './tokenize.ts';

const parse = (text: string, dialect: number) =>
	parseQuery(text, { dialect, params: new Map([['p', '7']]), stopWords: DEFAULT_STOP_WORDS });
const term = (text: string) => ({ type: 'term', text });

it('has a parser that is current with its grammar', () => {
	const committed = readFileSync(new URL('query-parser.generated.ts', import.meta.url), 'utf8');
	expect(committed).toBe(generateParser());
});

it('lets a field modifier take all words in dialect 1, one in dialect 2', () => {
	const both = { type: 'and', nodes: [term('james'), term('brown')] };
	expect(parse('@name:james brown', 1)).toEqual({ type: 'scope', fields: ['name'], node: both });
	expect(parse('@name:james brown', 2)).toMatchObject({
		type: 'and',
		nodes: [{ type: 'scope' }, term('brown')],
	});
});

it('lets a minus take all words in dialect 1, one in dialect 2', () => {
	expect(parse('-hello world', 1)).toMatchObject({ type: 'not', node: { type: 'and' } });
	expect(parse('-hello world', 2)).toMatchObject({ type: 'and', nodes: [{ type: 'not' }, term('world')] });
});

it('binds | less than juxtaposition in dialect 2 alone', () => {
	expect(parse('a b | c d', 2)).toMatchObject({ type: 'or', nodes: [{ type: 'and' }, { type: 'and' }] });
	expect(parse('"a" | "b" "c"', 1)).toMatchObject({
		type: 'and',
		nodes: [{ type: 'or' }, { type: 'phrase' }],
	});
});

it('takes single quotes in dialect 1, refuses them in dialect 2', () => {
	expect(parse("@title:'dark side'", 1)).toMatchObject({ type: 'scope', fields: ['title'] });
	expect(() => parse("@title:'dark side'", 2)).toThrow(/^Syntax error at offset \d+ near title$/);
});

it('resolves parameters, exclusive bounds and attributes', () => {
	expect(parse('@n:[(1 $p]', 2)).toMatchObject({
		type: 'numeric',
		min: 1,
		max: 7,
		above: true,
		below: false,
	});
	expect(parse('@n>=$p', 2)).toMatchObject({ type: 'numeric', min: 7, max: Number.POSITIVE_INFINITY });
	expect(parse('(a b)=>{$weight: 2; $slop: 1; $inorder: true}', 2)).toMatchObject({
		...{ type: 'weighted', weight: 2, slop: 1, inorder: true },
	});
});

it('refuses what is nested too deeply', () => {
	expect(() => parse('('.repeat(100_000), 2)).toThrow('nested too deeply');
});

it.each(['@', '(a', 'a)', '@n:[1', '@t:{', '@t:{a', '"a', '@t:{a-b}'])('refuses %s', (text) => {
	expect(() => parse(text, 2)).toThrow(/^Syntax error at offset \d+ near /);
});
