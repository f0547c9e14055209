/** Products as references, for their owner to fill in. */
export function references(ids: string[]): { __typename: 'Product'; id: string }[] {
	return ids.map((id) => ({ __typename: 'Product', id }));
}
