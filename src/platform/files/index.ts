export { fileContent, fileResponse, findFile } from './read.ts'
export { acceptedEndings } from './recognise.ts'
export { deleteFile, type HandedIn, largestFile, type StoredFile, storeFile } from './store.ts'
export { storeMessage } from './store-message.ts'
