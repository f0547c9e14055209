import { type Clause, holdEach } from './clause.ts';

/** Each cart holds what its client put in, less what was bought. */
export const carts: Clause = {
	title: 'carts lost exactly what was bought',
	check({ carts: books }) {
		return holdEach(books, ({ name, expected, perhaps, actual }) => {
			const products = Object.keys({ ...expected, ...perhaps, ...actual });
			return products.flatMap((id) => {
				const [is, should, may] = [actual[id] ?? 0, expected[id] ?? 0, perhaps[id] ?? 0];
				const isRight = is === should || is === should + may;
				return isRight
					? []
					: `${name}: ${is} of ${id} instead of ${should}${may ? ` or ${should + may}` : ''}`;
			});
		});
	},
};
