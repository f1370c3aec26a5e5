// Builds better-sqlite3 for runtimes that offer Node-API 8 (Node 18 to 22.13, Electron before 35).
//
// better-sqlite3 13 asks for Node-API 10 for one thing only: a persistent reference may then hold a
// string. Before version 10 it may hold an object, so here a string is kept as element 0 of an object.
// The compiler includes this file before each C++ source (`-include`, `/FI`).
#undef NAPI_VERSION
#define NAPI_VERSION 8
#include <napi.h>

namespace Napi {

template <>
inline Reference<String> Reference<String>::New(const String& value, uint32_t initialRefcount) {
  napi_env env = value.Env();
  if (value.IsEmpty()) return Reference<String>(env, nullptr);

  napi_value holder;
  napi_ref reference;
  napi_status status = napi_create_object(env, &holder);
  if (status == napi_ok) status = napi_set_element(env, holder, 0, value);
  if (status == napi_ok) status = napi_create_reference(env, holder, initialRefcount, &reference);
  NAPI_THROW_IF_FAILED(env, status, Reference<String>());
  return Reference<String>(env, reference);
}

template <>
inline String Reference<String>::Value() const {
  if (_ref == nullptr) return String(_env, nullptr);

  napi_value holder;
  napi_value value = nullptr;
  napi_status status = napi_get_reference_value(_env, _ref, &holder);
  if (status == napi_ok) status = napi_get_element(_env, holder, 0, &value);
  NAPI_THROW_IF_FAILED(_env, status, String());
  return String(_env, value);
}

}  // namespace Napi
