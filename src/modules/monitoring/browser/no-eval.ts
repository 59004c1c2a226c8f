import * as z from 'zod'

// Before any schema is made: otherwise Zod tries whether it may make code of text, which the Content-Security-Policy refuses
// and reports.
z.config({ jitless: true })
