import { badInput } from '@infinite-blob/subgraph/scalars';
import type { QueryResolvers } from '../schema.generated.ts';

export const product: NonNullable<QueryResolvers['product']> = async (
	_,
	{ id, handle },
	{ byId, byHandle },
) => {
	if ((id == null) === (handle == null)) throw badInput('Give either "id" or "handle", and not both.');
	const found = id == null ? await byHandle.load(handle as string) : await byId.load(id);
	return found ?? null;
};
