import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { bulk, set } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';

export type Combine = (sets: readonly ReadonlySet<string>[]) => ReadonlySet<string>;

export const difference: Combine = ([first, ...rest]) =>
	rest.reduce((left, other) => left.difference(other), first!);

export const union: Combine = ([first, ...rest]) => rest.reduce((all, other) => all.union(other), first!);

export const intersection: Combine = (sets) => {
	const [smallest, ...rest] = sets.toSorted((a, b) => a.size - b.size);
	return rest.reduce((common, other) => common.intersection(other), smallest!);
};

export const readSets = (client: Client, keys: readonly string[]): ReadonlySet<string>[] =>
	keys.map((key) => client.db.read(key, SetValue)?.members ?? new Set());

/** A command that answers what is made of several sets. */
export const combination = (name: string, combine: Combine): Command => ({
	name,
	arity: -2,
	keys: [1, -1, 1],
	run: (args, client) => set(client, Array.from(combine(readSets(client, args.slice(1))), bulk)),
});
