export { findValues } from '../../server/src/analysis/values/index';
