import { describe, expect, it } from 'vitest';
import { AnswerJson, stringifyResult } from './answer-json.ts';

const of = (text: string) => AnswerJson.of(Buffer.from(text));

describe('an answer of a subgraph', () => {
	it('is handed on as it is when it has data alone', () => {
		const text = '{"data":{"a":"é’","b":"\\"errors\\":"}}';
		const data = of(`${text}\n`);
		expect(String(stringifyResult({ data, errors: undefined } as never))).toBe(text);
		expect(data?.data).toEqual({ a: 'é’', b: '"errors":' });
	});

	it.each([
		['has errors', '{"data":{"a":null},"errors":[{"message":"No."}]}'],
		['has errors first', '{"errors":[{"message":"No."}],"data":{"a":null}}'],
		['has extensions', '{"data":{"a":1},"extensions":{"x":1}}'],
		['may have errors, for all that is seen', '{"data":{"errors":1}}'],
		['has no data', '{"data":null}'],
		['is written otherwise', '{ "data": { "a": 1 } }'],
		['breaks off', '{"data":{"a":"x'],
		['is none', 'Bad Gateway'],
		['is empty', ''],
	])('is read when it %s', (_, text) => {
		expect(of(text)).toBeUndefined();
	});
});

describe('a result as JSON', () => {
	it('has its data read when there is something else in it', () => {
		const data = of('{"data":{"a":1}}');
		expect(stringifyResult({ extensions: { x: 1 }, data } as never)).toBe(
			'{"extensions":{"x":1},"data":{"a":1}}',
		);
	});

	it('is like any other where its data is read already', () => {
		expect(stringifyResult({ data: null })).toBe('{"data":null}');
		expect(stringifyResult({ errors: [] } as never)).toBe('{"errors":[]}');
	});
});
