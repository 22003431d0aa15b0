/** Entry of the bundle of everything but the hook. */
import { main } from './main.ts'

void main(async () => 0)
