import './ensure-node.mjs';
import { stampInstall } from './install.mjs';

stampInstall();
