import { readOperationSettings } from '@infinite-blob/config/operation-settings';

export function readConfig() {
	return readOperationSettings({});
}
