// All rooms listen to each other here as in the program, whichever test file came first.
import '#src/modules.ts'
