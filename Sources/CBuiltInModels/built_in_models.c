#include "CBuiltInModels.h"

// A folder comes and goes with `make models`; without it there is one model less, and nothing fails to build.
// Whoever changes a model's files touches this one: the build does not see what is embedded.
// A safetensors file puts its tensors at multiples of 64 from its start: so they are aligned here too.
#if __has_embed("intent-en/model.safetensors") == __STDC_EMBED_FOUND__
#define HAS_INTENT_EN 1

_Alignas(64) static const unsigned char intent_en_weights[] = {
#embed "intent-en/model.safetensors"
};

static const unsigned char intent_en_config[] = {
#embed "intent-en/config.json"
};

static const unsigned char intent_en_vocabulary[] = {
#embed "intent-en/vocab.txt"
};

static const unsigned char intent_en_history[] = {
#embed "intent-en/history.json"
};
#endif

#if __has_embed("morphemes-ko/model.safetensors") == __STDC_EMBED_FOUND__
#define HAS_MORPHEMES_KO 1

_Alignas(64) static const unsigned char morphemes_ko_weights[] = {
#embed "morphemes-ko/model.safetensors"
};

static const unsigned char morphemes_ko_config[] = {
#embed "morphemes-ko/config.json"
};

static const unsigned char morphemes_ko_vocabulary[] = {
#embed "morphemes-ko/vocab.txt"
};

static const unsigned char morphemes_ko_history[] = {
#embed "morphemes-ko/history.json"
};
#endif

#if __has_embed("pos-en/model.safetensors") == __STDC_EMBED_FOUND__
#define HAS_POS_EN 1

_Alignas(64) static const unsigned char pos_en_weights[] = {
#embed "pos-en/model.safetensors"
};

static const unsigned char pos_en_config[] = {
#embed "pos-en/config.json"
};

static const unsigned char pos_en_vocabulary[] = {
#embed "pos-en/vocab.txt"
};

static const unsigned char pos_en_history[] = {
#embed "pos-en/history.json"
};
#endif

#if __has_embed("sentiment-ko/model.safetensors") == __STDC_EMBED_FOUND__
#define HAS_SENTIMENT_KO 1

_Alignas(64) static const unsigned char sentiment_ko_weights[] = {
#embed "sentiment-ko/model.safetensors"
};

static const unsigned char sentiment_ko_config[] = {
#embed "sentiment-ko/config.json"
};

static const unsigned char sentiment_ko_vocabulary[] = {
#embed "sentiment-ko/vocab.txt"
};

static const unsigned char sentiment_ko_history[] = {
#embed "sentiment-ko/history.json"
};
#endif

#if __has_embed("slots-en/model.safetensors") == __STDC_EMBED_FOUND__
#define HAS_SLOTS_EN 1

_Alignas(64) static const unsigned char slots_en_weights[] = {
#embed "slots-en/model.safetensors"
};

static const unsigned char slots_en_config[] = {
#embed "slots-en/config.json"
};

static const unsigned char slots_en_vocabulary[] = {
#embed "slots-en/vocab.txt"
};

static const unsigned char slots_en_history[] = {
#embed "slots-en/history.json"
};
#endif

#if __has_embed("spacing-ko/model.safetensors") == __STDC_EMBED_FOUND__
#define HAS_SPACING_KO 1

_Alignas(64) static const unsigned char spacing_ko_weights[] = {
#embed "spacing-ko/model.safetensors"
};

static const unsigned char spacing_ko_config[] = {
#embed "spacing-ko/config.json"
};

static const unsigned char spacing_ko_vocabulary[] = {
#embed "spacing-ko/vocab.txt"
};

static const unsigned char spacing_ko_history[] = {
#embed "spacing-ko/history.json"
};
#endif

#if __has_embed("words-ko/model.safetensors") == __STDC_EMBED_FOUND__
#define HAS_WORDS_KO 1

_Alignas(64) static const unsigned char words_ko_weights[] = {
#embed "words-ko/model.safetensors"
};

static const unsigned char words_ko_config[] = {
#embed "words-ko/config.json"
};

static const unsigned char words_ko_vocabulary[] = {
#embed "words-ko/vocab.txt"
};

static const unsigned char words_ko_history[] = {
#embed "words-ko/history.json"
};
#endif

static const sluice_embedded_model models[] = {
#ifdef HAS_INTENT_EN
    {
        "intent-en",
        {intent_en_config, sizeof intent_en_config},
        {intent_en_weights, sizeof intent_en_weights},
        {intent_en_vocabulary, sizeof intent_en_vocabulary},
        {intent_en_history, sizeof intent_en_history},
    },
#endif
#ifdef HAS_MORPHEMES_KO
    {
        "morphemes-ko",
        {morphemes_ko_config, sizeof morphemes_ko_config},
        {morphemes_ko_weights, sizeof morphemes_ko_weights},
        {morphemes_ko_vocabulary, sizeof morphemes_ko_vocabulary},
        {morphemes_ko_history, sizeof morphemes_ko_history},
    },
#endif
#ifdef HAS_POS_EN
    {
        "pos-en",
        {pos_en_config, sizeof pos_en_config},
        {pos_en_weights, sizeof pos_en_weights},
        {pos_en_vocabulary, sizeof pos_en_vocabulary},
        {pos_en_history, sizeof pos_en_history},
    },
#endif
#ifdef HAS_SENTIMENT_KO
    {
        "sentiment-ko",
        {sentiment_ko_config, sizeof sentiment_ko_config},
        {sentiment_ko_weights, sizeof sentiment_ko_weights},
        {sentiment_ko_vocabulary, sizeof sentiment_ko_vocabulary},
        {sentiment_ko_history, sizeof sentiment_ko_history},
    },
#endif
#ifdef HAS_SLOTS_EN
    {
        "slots-en",
        {slots_en_config, sizeof slots_en_config},
        {slots_en_weights, sizeof slots_en_weights},
        {slots_en_vocabulary, sizeof slots_en_vocabulary},
        {slots_en_history, sizeof slots_en_history},
    },
#endif
#ifdef HAS_SPACING_KO
    {
        "spacing-ko",
        {spacing_ko_config, sizeof spacing_ko_config},
        {spacing_ko_weights, sizeof spacing_ko_weights},
        {spacing_ko_vocabulary, sizeof spacing_ko_vocabulary},
        {spacing_ko_history, sizeof spacing_ko_history},
    },
#endif
#ifdef HAS_WORDS_KO
    {
        "words-ko",
        {words_ko_config, sizeof words_ko_config},
        {words_ko_weights, sizeof words_ko_weights},
        {words_ko_vocabulary, sizeof words_ko_vocabulary},
        {words_ko_history, sizeof words_ko_history},
    },
#endif
    // Keeps the array from being empty; never given out.
    {"", {0}, {0}, {0}, {0}},
};

size_t sluice_embedded_model_count(void) {
    return sizeof models / sizeof models[0] - 1;
}

const sluice_embedded_model *sluice_embedded_model_at(size_t index) {
    return index < sluice_embedded_model_count() ? &models[index] : 0;
}
