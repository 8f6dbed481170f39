/* The loops that every byte and every word of every article goes through, for processors that have AVX-512 with VBMI2
   (Intel since Ice Lake, AMD since Zen 4): 64 bytes, or eight words, at a time. The loops in Swift say what they do, and do
   it everywhere else; tests hold one against the other. */
#include "CTextTables.h"

#if defined(__x86_64__)
#include <immintrin.h>
#define WIDE __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt")))

int tocsin_is_wide(void) {
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2")
        && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
}

/* A mask of so many low bits, at most 64. */
static inline uint64_t low_bits(int64_t count) { return count < 64 ? (1ull << count) - 1 : ~0ull; }

/* Takes the bytes of signs that part words out of a mask of bytes above ASCII. */
WIDE static uint64_t without_signs(
    const uint8_t *block, __m512i bytes, uint64_t high, uint64_t latin, uint64_t general, uint64_t *kill) {
    uint64_t out = high & ~*kill;
    uint64_t leads = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)0xE2))
        | _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)0xC2));
    *kill = 0;
    while (leads) {
        uint32_t at = (uint32_t)__builtin_ctzll(leads);
        leads &= leads - 1;
        uint32_t second = block[at + 1], third = block[at + 2];
        uint64_t length = 0;
        if (block[at] == 0xC2)
            length = (second & 0xC0) == 0x80 && latin >> (second & 63) & 1 ? 2 : 0;
        else if (second == 0x80)
            length = (third & 0xC0) == 0x80 && general >> (third & 63) & 1 ? 3 : 0;
        uint64_t bits = (1ull << length) - 1;
        out &= ~(bits << at);
        if (at + length > 64) *kill |= bits >> (64 - at);
    }
    return out;
}

/* Writes the places of a mask's bits, sixteen at a time: the list has room for as many behind it. */
WIDE static inline uint32_t *flatten(uint32_t *out, uint64_t bits, uint32_t base) {
    const __m512i places = _mm512_set_epi8(
        63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 39, 38, 37, 36, 35, 34,
        33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2,
        1, 0);
    const __m512i first = _mm512_set1_epi32((int)base);
    __m512i found = _mm512_maskz_compress_epi8(bits, places);
    uint32_t count = (uint32_t)__builtin_popcountll(bits);
    _mm512_storeu_si512(out, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(found))));
    if (__builtin_expect(count > 16, 0))
        _mm512_storeu_si512(
            out + 16, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(found, 1))));
    return out + count;
}

WIDE struct tocsin_edges tocsin_find_edges_wide(
    const uint8_t *base, int64_t from, int64_t to, uint32_t *starts, uint32_t *ends, uint64_t carry, uint64_t kill,
    uint64_t latin, uint64_t general) {
    uint32_t *s = starts, *e = ends;
    for (int64_t at = from; at < to; at += 64) {
        __m512i bytes = _mm512_loadu_si512(base + at);
        __m512i letter = _mm512_sub_epi8(_mm512_or_si512(bytes, _mm512_set1_epi8(0x20)), _mm512_set1_epi8('a'));
        __m512i digit = _mm512_sub_epi8(bytes, _mm512_set1_epi8('0'));
        uint64_t high = _mm512_movepi8_mask(bytes);
        uint64_t word = _mm512_cmple_epu8_mask(letter, _mm512_set1_epi8(25))
            | _mm512_cmple_epu8_mask(digit, _mm512_set1_epi8(9));
        if (high != 0)
            high = without_signs(base + at, bytes, high, latin, general, &kill);
        else
            kill = 0;
        int64_t left = to - at;
        uint64_t inside = low_bits(left);
        uint64_t runs = (word | high) & inside, shifted = runs << 1 | carry;
        carry = left < 64 ? runs >> (left - 1) & 1 : runs >> 63;
        s = flatten(s, runs & ~shifted, (uint32_t)at);
        e = flatten(e, ~runs & shifted & inside, (uint32_t)at);
    }
    return (struct tocsin_edges){(uint32_t)(s - starts), (uint32_t)(e - ends), carry, kill};
}

static inline int is_word_byte(uint8_t byte) {
    return byte >= 0x80 || byte == '_' || (uint8_t)((byte | 0x20) - 'a') < 26 || (uint8_t)(byte - '0') < 10;
}

WIDE struct tocsin_cut tocsin_cut_words_wide(
    const uint8_t *base, const uint32_t *starts, const uint32_t *ends, int64_t index, int64_t runs, int64_t skipped,
    int64_t end, int is_standard, void *tokens, int64_t made) {
    struct word { uint64_t hash; uint32_t start, end, head, traits; } *out = tokens;
    const __m128i small = _mm_set1_epi8(0x20);
    for (; index < runs; index++) {
        uint32_t s = starts[index], e = ends[index], length = e - s, traits = 0;
        if (is_standard) {
            if ((int64_t)s < skipped) continue;
            /* Most words have nothing at their sides that means anything. */
            uint32_t sides = tocsin_edge(base[e]) | tocsin_edge(base[s - (s > 0)]);
            if (__builtin_expect((sides != 0) | (length == 1), 0)) {
                uint8_t behind = e < end ? base[e] : 0x20, before = (int64_t)s > skipped ? base[s - 1] : 0x20;
                sides = tocsin_edge(behind);
                int is_behind = (sides & 1) && (behind != '.' || is_word_byte(base[e + 1]));
                if (is_behind || (tocsin_edge(before) & 2) || (length == 1 && before != 0x20)) break;
                if (sides & 4 && (behind == '-' || (base[e + 1] == 0x80 && (base[e + 2] & 0xFE) == 0x90)))
                    traits = TOCSIN_HYPHENATED;
            }
        }
        __mmask16 inside = (__mmask16)_bzhi_u32(0xFFFF, length);
        __m128i letters = _mm_maskz_loadu_epi8(inside, base + s);
        if ((length > 16) | (_mm_movepi8_mask(letters) != 0)) break;
        letters = _mm_maskz_or_epi32(0xF, letters, _mm_maskz_mov_epi8(inside, small));
        uint64_t low = (uint64_t)_mm_cvtsi128_si64(letters), high = (uint64_t)_mm_extract_epi64(letters, 1);
        unsigned __int128 product = (unsigned __int128)(low ^ length ^ 0x9E3779B97F4A7C15ull)
            * (high ^ 0xD1B54A32D192ED03ull);
        out[made++] = (struct word){(uint64_t)(product >> 64) ^ (uint64_t)product, s, e, (uint32_t)low, traits};
    }
    return (struct tocsin_cut){index, made};
}

/* Which of eight keys may be in a filter. */
WIDE static inline __mmask8 may(__m512i keys, const uint64_t *bits, __m512i mask) {
    __m512i place = _mm512_and_si512(_mm512_srli_epi64(keys, 32), mask);
    /* Eight loads: the processors' own gathering is slower. */
    uint64_t at[8] __attribute__((aligned(64)));
    _mm512_store_si512(at, place);
    __m512i word = _mm512_set_epi64(
        (int64_t)bits[at[7]], (int64_t)bits[at[6]], (int64_t)bits[at[5]], (int64_t)bits[at[4]], (int64_t)bits[at[3]],
        (int64_t)bits[at[2]], (int64_t)bits[at[1]], (int64_t)bits[at[0]]);
    __m512i one = _mm512_srlv_epi64(word, _mm512_and_si512(_mm512_srli_epi64(keys, 52), _mm512_set1_epi64(63)));
    __m512i two = _mm512_srlv_epi64(word, _mm512_srli_epi64(keys, 58));
    return _mm512_test_epi64_mask(_mm512_and_si512(one, two), _mm512_set1_epi64(1));
}

/* Of eight words from `index` on their first eight bytes, the hash, or those at `offset`; `count` words in all may be read,
   and 0 stands for those behind. */
WIDE static inline __m512i eight(const uint64_t *words, int64_t index, int64_t count, int64_t offset) {
    const uint64_t *first = words + 3 * index + offset;
    __m512i a, b, c;
    if (index + 8 + (offset > 0) <= count) {
        a = _mm512_loadu_si512(first);
        b = _mm512_loadu_si512(first + 8);
        c = _mm512_loadu_si512(first + 16);
    } else {
        int64_t left = 3 * (count - index) - offset;
        uint32_t there = left <= 0 ? 0 : left >= 24 ? 0xFFFFFF : (1u << left) - 1;
        a = _mm512_maskz_loadu_epi64((__mmask8)there, first);
        b = _mm512_maskz_loadu_epi64((__mmask8)(there >> 8), first + 8);
        c = _mm512_maskz_loadu_epi64((__mmask8)(there >> 16), first + 16);
    }
    __m512i six = _mm512_permutex2var_epi64(a, _mm512_set_epi64(0, 0, 15, 12, 9, 6, 3, 0), b);
    return _mm512_permutex2var_epi64(six, _mm512_set_epi64(13, 10, 5, 4, 3, 2, 1, 0), c);
}

WIDE struct tocsin_marks tocsin_marks_wide(
    const void *tokens, int64_t most, int64_t count, const uint64_t *words, uint64_t word_mask, const uint64_t *pairs,
    uint64_t pair_mask) {
    struct tocsin_marks out = {0, 0};
    const __m512i of_words = _mm512_set1_epi64((int64_t)word_mask), of_pairs = _mm512_set1_epi64((int64_t)pair_mask);
    __m512i own = eight(tokens, 0, count, 0);
    for (int64_t index = 0; index < most; index += 8) {
        __m512i behind = eight(tokens, index + 8, count, 0);
        __m512i next = _mm512_alignr_epi64(behind, own, 1);
        __m512i mixed = _mm512_xor_si512(own, _mm512_ror_epi64(next, 32));
        __m512i key = _mm512_xor_si512(
            _mm512_mullo_epi64(mixed, _mm512_set1_epi64((int64_t)0x9E3779B97F4A7C15ull)), next);
        out.words |= (uint64_t)may(own, words, of_words) << index;
        out.pairs |= (uint64_t)may(key, pairs, of_pairs) << index;
        own = behind;
    }
    int64_t paired = most < count ? most : count - 1;
    return (struct tocsin_marks){out.words & low_bits(most), out.pairs & low_bits(paired)};
}

WIDE uint64_t tocsin_word_marks_wide(
    const void *tokens, int64_t most, int64_t count, const uint64_t *words, uint64_t word_mask) {
    uint64_t out = 0;
    for (int64_t index = 0; index < most; index += 8)
        out |= (uint64_t)may(eight(tokens, index, count, 0), words, _mm512_set1_epi64((int64_t)word_mask)) << index;
    return out & low_bits(most);
}

WIDE struct tocsin_marks tocsin_head_marks_wide(
    const void *tokens, int64_t most, int64_t count, const uint64_t *heads, uint64_t mask) {
    struct tocsin_marks out = {0, 0};
    const __m512i factor = _mm512_set1_epi64((int64_t)0x9E3779B97F4A7C15ull), places = _mm512_set1_epi64((int64_t)mask);
    const __m512i four = _mm512_set1_epi64(4ll << 40), two = _mm512_set1_epi64(2ll << 40);
    for (int64_t index = 0; index < most; index += 8) {
        __m512i head = eight(tokens, index, count, 2);
        __m512i long_key = _mm512_or_si512(_mm512_and_si512(head, _mm512_set1_epi64(0xFFFFFFFF)), four);
        __m512i short_key = _mm512_or_si512(_mm512_and_si512(head, _mm512_set1_epi64(0xFFFF)), two);
        out.words |= (uint64_t)may(_mm512_mullo_epi64(long_key, factor), heads, places) << index;
        out.pairs |= (uint64_t)may(_mm512_mullo_epi64(short_key, factor), heads, places) << index;
    }
    return (struct tocsin_marks){out.words & low_bits(most), out.pairs & low_bits(most)};
}
#else
int tocsin_is_wide(void) { return 0; }
struct tocsin_edges tocsin_find_edges_wide(
    const uint8_t *base, int64_t from, int64_t to, uint32_t *starts, uint32_t *ends, uint64_t carry, uint64_t kill,
    uint64_t latin, uint64_t general) {
    __builtin_trap();
}
struct tocsin_marks tocsin_marks_wide(
    const void *tokens, int64_t most, int64_t count, const uint64_t *words, uint64_t word_mask, const uint64_t *pairs,
    uint64_t pair_mask) {
    __builtin_trap();
}
uint64_t tocsin_word_marks_wide(
    const void *tokens, int64_t most, int64_t count, const uint64_t *words, uint64_t word_mask) {
    __builtin_trap();
}
struct tocsin_cut tocsin_cut_words_wide(
    const uint8_t *base, const uint32_t *starts, const uint32_t *ends, int64_t index, int64_t runs, int64_t skipped,
    int64_t end, int is_standard, void *tokens, int64_t made) {
    __builtin_trap();
}
struct tocsin_marks tocsin_head_marks_wide(
    const void *tokens, int64_t most, int64_t count, const uint64_t *heads, uint64_t mask) {
    __builtin_trap();
}
#endif
