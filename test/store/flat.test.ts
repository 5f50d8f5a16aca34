import { createFlatStore } from '../../src/store/flat.ts';
import { describeVectorStore } from './vector-store.contract.ts';

describeVectorStore('flat', createFlatStore);
