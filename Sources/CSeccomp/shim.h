#pragma once
#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
/* Functions for what are macros or take variable arguments. */
static inline scmp_filter_ctx tocsin_filter_refusing(void) { return seccomp_init(SCMP_ACT_ERRNO(EPERM)); }
static inline int tocsin_filter_allow(scmp_filter_ctx filter, const char *name) {
  int number = seccomp_syscall_resolve_name(name);
  return number == __NR_SCMP_ERROR ? -EINVAL : seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, number, 0, 0);
}
/* A call whose argument has none of these bits. */
static inline int tocsin_filter_allow_without(scmp_filter_ctx filter, const char *name, unsigned argument, unsigned long bits) {
  struct scmp_arg_cmp none = {argument, SCMP_CMP_MASKED_EQ, bits, 0};
  int number = seccomp_syscall_resolve_name(name);
  return number == __NR_SCMP_ERROR ? -EINVAL : seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, number, 1, &none);
}
