#pragma once
#include <stdint.h>
/* Read-only tables made by scripts/generate-tables; its head says how an entry is laid out. */
const uint16_t *tocsin_fold_index(void);
const uint32_t *tocsin_fold_entries(void);
const uint32_t *tocsin_fold_expansions(void);
/* HTML character references: records of length, name, length, UTF-8; sorted by name; their starts. */
const uint8_t *tocsin_name_pool(void);
const uint32_t *tocsin_name_starts(void);
uint32_t tocsin_name_count(void);
