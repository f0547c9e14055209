/** Resolves references to entities by their ids, among these. */
export const byId = (rows: Record<string, unknown>[]) => ({
	__resolveReference: ({ id }: { id: string }) => rows.find((row) => row.id === id) ?? null,
});
