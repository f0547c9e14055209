import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { apiChanges } from './api-changes.ts';

const promised = buildSchema('type Query { a: Int! b(x: Int): String c: E } enum E { ONE }');
const changes = (present: string, declared: { change: string; reason: string }[] = []) =>
	apiChanges(promised, buildSchema(present), declared);

const removed = 'Query.b was removed.';

describe('the changes of an API', () => {
	it('are none when something was added', () => {
		expect(changes('type Query { a: Int! b(x: Int): String c: E d: Int } enum E { ONE }')).toEqual({
			undeclared: [],
			unfounded: [],
			dangerous: [],
		});
	});

	it('break it when something was taken away, made nullable or required', () => {
		const { undeclared } = changes('type Query { a: Int b(x: Int!): String c: E } enum E { ONE }');
		expect(undeclared.toSorted()).toEqual([
			'Query.a changed type from Int! to Int.',
			'Query.b arg x has changed type from Int to Int!.',
		]);
		expect(changes('type Query { a: Int! c: E } enum E { ONE }').undeclared).toEqual([removed]);
	});

	it('may break it when that was declared', () => {
		const declared = [{ change: removed, reason: 'Ask for a.' }];
		const broken = 'type Query { a: Int! c: E } enum E { ONE }';
		expect(changes(broken, declared)).toMatchObject({ undeclared: [], unfounded: [] });
	});

	it('leave no declaration of what is not so', () => {
		const declared = [{ change: removed, reason: 'Ask for a.' }];
		const whole = 'type Query { a: Int! b(x: Int): String c: E } enum E { ONE }';
		expect(changes(whole, declared).unfounded).toEqual([removed]);
	});

	it('are told when they are merely dangerous', () => {
		const { dangerous, undeclared } = changes(
			'type Query { a: Int! b(x: Int): String c: E } enum E { ONE TWO }',
		);
		expect(undeclared).toEqual([]);
		expect(dangerous).toEqual(['TWO was added to enum type E.']);
	});
});
