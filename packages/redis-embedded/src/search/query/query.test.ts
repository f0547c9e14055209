import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DEFAULT_STOP_WORDS } from '../fields/tokenize.ts';
import { generateParser } from './generate-parser.ts';
import { parseQuery } from './query.ts';

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
	expect(parse('x y | c d', 2)).toMatchObject({ type: 'or', nodes: [{ type: 'and' }, { type: 'and' }] });
	const [first, second, third] = [{ type: 'phrase' }, { type: 'or' }, { type: 'phrase' }];
	expect(parse('"x" "y"|"z" "c"', 1)).toMatchObject({ type: 'and', nodes: [first, second, third] });
});

it('passes over stop words, and over what consists of them alone', () => {
	expect(parse('hello the world', 2)).toEqual({ type: 'and', nodes: [term('hello'), term('world')] });
	expect(parse('@name:the | -(the) x', 2)).toEqual(term('x'));
	expect(parse('the', 1)).toBeNull();
	expect(parse('"hello world the"', 1)).toEqual({ type: 'phrase', words: ['hello', 'world'] });
	expect(() => parse('"the hello"', 1)).toThrow('Syntax error at offset 1 near the');
});

it('takes all that follows a sign in dialect 1, up to a quote or a sign that binds less', () => {
	expect(parse('-"x" foo "bar"', 1)).toMatchObject({
		type: 'and',
		nodes: [{ type: 'not', node: { type: 'and' } }, { type: 'phrase' }],
	});
	expect(parse('~foo "bar" -baz', 1)).toMatchObject({ type: 'optional', node: { nodes: [{}, {}, {}] } });
	expect(parse('hello -5', 2)).toEqual({ type: 'and', nodes: [term('hello'), term('-5')] });
});

it('takes single quotes in dialect 1, refuses them in dialect 2', () => {
	expect(parse("@title:'dark side'", 1)).toMatchObject({ type: 'scope', fields: ['title'] });
	expect(() => parse("@title:'dark side'", 2)).toThrow(/^Syntax error at offset \d+ near dark side$/);
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
	expect(parse('(x y)=>{$weight: 2; $slop: 1; $inorder: true}', 2)).toMatchObject({
		...{ type: 'and', weight: 2, slop: 1, inorder: true },
	});
	expect(() => parse('x=>{$weight: y}', 2)).toThrow('Invalid value (y) for `weight`');
});

it('refuses what is nested too deeply', () => {
	expect(() => parse('('.repeat(100_000), 2)).toThrow('Parser stack overflow');
});

it.each(['@x', '(a', 'a)', '()', 'a|', '*b *', 'a *', '@n:[1', '@t:{', '@t:{a', '"a', '@t:{a-b}'])(
	'refuses %s',
	(text) => {
		expect(() => parse(text, 2)).toThrow(/^Syntax error at offset \d+ near /);
	},
);
