import { useSyncExternalStore } from 'react';
import { forgetAll, onRemembered, remembered } from './remembered.ts';

/** Shows what the next operation is sent with. */
export function RememberedBar() {
	const { token, expiresAt, productId, orderId } = useSyncExternalStore(onRemembered, remembered);
	if (!token && !productId && !orderId) {
		return (
			<p className="remembered">Run the tabs from left to right: each uses what those before it answered.</p>
		);
	}
	const values = [
		['Session', token ? until(expiresAt) : 'none, run CreateSession'],
		['{{productId}}', productId],
		['{{orderId}}', orderId],
	].filter(([, value]) => value);
	return (
		<div className="remembered">
			<dl>
				{values.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd title={value}>{value}</dd>
					</div>
				))}
			</dl>
			<button type="button" onClick={forgetAll}>
				Forget
			</button>
		</div>
	);
}

function until(expiresAt?: string): string {
	if (!expiresAt) return 'sent along';
	return `until ${new Date(expiresAt).toLocaleDateString(undefined, { month: 'short', day: 'numeric' })}`;
}
