import { latinOfCyrillic, latinOfSpecialLetters } from './letters.ts'

const apostrophes = /['’‘ʼʹʺ`´′＇]/g
const marks = /\p{M}/gu
// In a Polish word "ch" is the sound of «х»; in English spellings of Ukrainian names it is «ч».
const polishWord = /[ąćęłńóśźżw]|sz|cz|rz|cki/

/**
 * A key for searching across languages and scripts: ASCII letters, digits and single spaces for text in Latin or
 * Cyrillic, other scripts as they are without marks. «Щедрик», "Shchedryk" and "Szczedryk" get the same key, «Рада»
 * and "Rada" too. Sounds that spellings disagree on are one letter: г ґ х h g kh; и і ї й ы y j; с ш s sh sz;
 * з ж z zh ż; р rz; ц ч c ts ch cz. Idempotent. Meant for trigram similarity, not for showing.
 */
export function searchKey(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(apostrophes, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
  return words.map(wordKey).filter(Boolean).join(' ')
}

function wordKey(word: string): string {
  const plain = word.normalize('NFD').replace(marks, '').normalize('NFC')
  const latin = latinOfSpecialLetters(latinOfCyrillic(foldCh(plain, polishWord.test(word))))
  return foldClusters(foldLetters(latin))
}

const foldCh = (word: string, polish: boolean): string => word.replaceAll('ch', polish ? 'g' : 'c')

function foldLetters(word: string): string {
  return word
    .replaceAll('ch', 'c')
    .replace(/([stz])h/g, '$1')
    .replaceAll('ph', 'f')
    .replace(/[kg]?h/g, 'g')
    .replaceAll('w', 'v')
    .replace(/[yj]/g, 'i')
    .replaceAll('x', 'ks')
    .replaceAll('q', 'k')
}

// Polish rz is «р» in words that both have: towarzystwo, товариство; Przemyśl, Перемишль.
// One folding can bring two letters together that fold again ("strzszcz"), so it goes on until nothing changes.
function foldClusters(word: string): string {
  const folded = word
    .replaceAll('ts', 'c')
    .replace(/([sc])z/g, '$1')
    .replaceAll('rz', 'r')
    .replace(/(\p{L})\1+/gu, '$1')
  return folded === word ? word : foldClusters(folded)
}
