#pragma once
#include <stdint.h>
/* Read-only tables made by scripts/generate-tables; its head says how an entry is laid out. The functions are here so that
   they cost nothing in a loop. */
extern const uint16_t tocsin_fold_index_data[];
extern const uint32_t tocsin_fold_entries_data[];
extern const uint32_t tocsin_fold_expansions_data[];
extern const uint8_t tocsin_name_pool_data[];
extern const uint32_t tocsin_name_starts_data[];
extern const uint32_t tocsin_name_total;

static inline uint32_t tocsin_fold_entry(uint32_t scalar) {
    return tocsin_fold_entries_data[(uint32_t)tocsin_fold_index_data[scalar >> 7] << 7 | (scalar & 127)];
}
static inline uint32_t tocsin_fold_expansion(uint32_t place) { return tocsin_fold_expansions_data[place]; }
/* HTML character references: records of length, name, length, UTF-8; sorted by name; their starts. */
static inline uint8_t tocsin_name_byte(uint32_t place) { return tocsin_name_pool_data[place]; }
static inline uint32_t tocsin_name_start(uint32_t number) { return tocsin_name_starts_data[number]; }
static inline uint32_t tocsin_name_count(void) { return tocsin_name_total; }

/* Masks of the low and of the high eight of up to 16 bytes: looked up, since a branch on the length of a word is a coin
   toss. */
extern const uint64_t tocsin_low_masks_data[34];
static inline uint64_t tocsin_mask_low(int64_t count) { return tocsin_low_masks_data[2 * count]; }
static inline uint64_t tocsin_mask_high(int64_t count) { return tocsin_low_masks_data[2 * count + 1]; }

/* What a byte beside a word says: 1 behind it, or 2 before it, that the word may be part of an address, a handle or an
   acronym; 4 behind it, that a hyphen may stand there. */
extern const uint8_t tocsin_edges_data[256];
static inline uint8_t tocsin_edge(uint8_t byte) { return tocsin_edges_data[byte]; }

/* Asks the processor for memory that will be read soon. */
static inline void tocsin_prefetch(const void *place) { __builtin_prefetch(place); }

/* Where, of 64 bytes, ASCII letters and digits stand, and bytes of 0x80 and above: a bit a byte. */
struct tocsin_masks { uint64_t word, high; };
#if defined(__SSE2__)
#include <emmintrin.h>
static inline struct tocsin_masks tocsin_masks64(const uint8_t *bytes) {
    uint64_t word = 0, high = 0;
    for (int part = 0; part < 4; part++) {
        __m128i v = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
        __m128i letter = _mm_sub_epi8(_mm_or_si128(v, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
        __m128i digit = _mm_sub_epi8(v, _mm_set1_epi8('0'));
        __m128i is_letter = _mm_cmpeq_epi8(_mm_min_epu8(letter, _mm_set1_epi8(25)), letter);
        __m128i is_digit = _mm_cmpeq_epi8(_mm_min_epu8(digit, _mm_set1_epi8(9)), digit);
        high |= (uint64_t)(uint16_t)_mm_movemask_epi8(v) << (16 * part);
        word |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_or_si128(is_letter, is_digit)) << (16 * part);
    }
    return (struct tocsin_masks){word & ~high, high};
}
#else
/* Eight bytes in a register, without a vector unit (arm64 and others). */
static inline struct tocsin_masks tocsin_masks64(const uint8_t *bytes) {
    const uint64_t ones = 0x0101010101010101ull, top = ones << 7, gather = 0x0102040810204080ull;
    uint64_t word = 0, high = 0;
    for (int part = 0; part < 8; part++) {
        uint64_t x;
        __builtin_memcpy(&x, bytes + 8 * part, 8);
        uint64_t h = x & top, y = (x | ones * 0x20) & ~top, z = x & ~top;
        uint64_t letter = (y + ones * (0x80 - 0x61)) & ~(y + ones * (0x80 - 0x7B));
        uint64_t digit = (z + ones * (0x80 - 0x30)) & ~(z + ones * (0x80 - 0x3A));
        uint64_t w = (letter | digit) & top & ~h;
        word |= ((w >> 7) * gather >> 56) << (8 * part);
        high |= ((h >> 7) * gather >> 56) << (8 * part);
    }
    return (struct tocsin_masks){word, high};
}
#endif

/* The loops of wide.c, for processors that tocsin_is_wide() is true of. */
struct tocsin_edges { uint32_t starts, ends; uint64_t carry, kill; };
struct tocsin_cut { int64_t index, made; };
struct tocsin_marks { uint64_t words, pairs; };
#define TOCSIN_HYPHENATED 8
int tocsin_is_wide(void);
/* The edges of the runs in `from..<to`, as EdgeLists.find has them; `latin` and `general` say by bits which of U+0080 to
   U+00BF and of U+2000 to U+203F part words. Both lists are written up to 32 places further than they become long. */
struct tocsin_edges tocsin_find_edges_wide(
    const uint8_t *base, int64_t from, int64_t to, uint32_t *starts, uint32_t *ends, uint64_t carry, uint64_t kill,
    uint64_t latin, uint64_t general);
/* Makes words of 24 bytes out of runs from `index` on, from `tokens[made]` on, until one is no plain one of ASCII, as
   WordLoop.cut has it; answers where it stopped. */
struct tocsin_cut tocsin_cut_words_wide(
    const uint8_t *base, const uint32_t *starts, const uint32_t *ends, int64_t index, int64_t runs, int64_t skipped,
    int64_t end, int is_standard, void *tokens, int64_t made);
/* Which of up to 64 words of 24 bytes, their hash first, may be in a filter, and which with the word behind them in another;
   `count` words may be read. */
struct tocsin_marks tocsin_marks_wide(
    const void *tokens, int64_t most, int64_t count, const uint64_t *words, uint64_t word_mask, const uint64_t *pairs,
    uint64_t pair_mask);
uint64_t tocsin_word_marks_wide(
    const void *tokens, int64_t most, int64_t count, const uint64_t *words, uint64_t word_mask);

/* The same of the first four bytes of words, which lie sixteen bytes behind the hash, and of their first two. */
struct tocsin_marks tocsin_head_marks_wide(
    const void *tokens, int64_t most, int64_t count, const uint64_t *heads, uint64_t mask);

/* Made by scripts/generate-languages: hashes of n-grams and small words in ascending order, the language of each, and its
   weight in sixteenths. */
extern const uint32_t tocsin_language_hashes_data[];
extern const uint8_t tocsin_language_numbers_data[];
extern const uint16_t tocsin_language_weights_data[];
extern const uint32_t tocsin_language_total;
static inline uint32_t tocsin_language_hash(uint32_t entry) { return tocsin_language_hashes_data[entry]; }
static inline uint8_t tocsin_language_number(uint32_t entry) { return tocsin_language_numbers_data[entry]; }
static inline uint16_t tocsin_language_weight(uint32_t entry) { return tocsin_language_weights_data[entry]; }
static inline uint32_t tocsin_language_count(void) { return tocsin_language_total; }
