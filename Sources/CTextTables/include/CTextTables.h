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
