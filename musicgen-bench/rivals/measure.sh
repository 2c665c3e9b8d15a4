#!/usr/bin/env bash
# Measures the sampling step of musicgen and of its peers, and a step of training, one thread each, in about forty minutes.
#
# Every rival has a class path of its own, and a JVM of its own for every round; the rivals take turns, so that an hour in which
# the machine is slower is slower for all. Results: docs/benchmarks/DATE-rivals.* and docs/benchmarks/DATE-training-rivals.*
#
#   musicgen-bench/rivals/measure.sh               what is published
#   ROUNDS=1 ITERATIONS=1 OUT=musicgen-bench/target musicgen-bench/rivals/measure.sh
#                                                  whether it runs
#   FORKS=FOLDER musicgen-bench/rivals/measure.sh  goes on with what a run has measured that broke off; it says where that lies
set -euo pipefail
# What was said otherwise than by default, for the pages.
said=
for option in ROUNDS WARMUPS ITERATIONS TRAINING_ROUNDS MODELS STEP_RIVALS ATTENTION_RIVALS TRAINED; do
    if [[ -n ${!option+x} ]]; then said+="$option='${!option}' "; fi
done
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

ROUNDS=${ROUNDS:-3}                      # JVMs for each rival
WARMUPS=${WARMUPS:-3}                    # half seconds before measuring, in each of them, for each model
ITERATIONS=${ITERATIONS:-4}              # half seconds measured
TRAINING_ROUNDS=${TRAINING_ROUNDS:-4}
MODELS=${MODELS:-BASIC_64 BASIC_128 BASIC_256 BASIC_512}
STEP_RIVALS=${STEP_RIVALS:-MUSICGEN MUSICGEN_12BIT MUSICGEN_OPENBLAS OPENBLAS_PRODUCTS OPENBLAS_PRODUCTS_ALIGNED ND4J DL4J DL4J_ONEDNN ONNX_RUNTIME PYTORCH PYTORCH_OPERATIONS TENSORFLOW}
# Only these can be given attention without writing it anew.
ATTENTION_RIVALS=${ATTENTION_RIVALS-MUSICGEN MUSICGEN_OPENBLAS OPENBLAS_PRODUCTS OPENBLAS_PRODUCTS_ALIGNED ONNX_RUNTIME}
TRAINED=${TRAINED-FUSED FUSED_ATTENTION FUSED_ATTENTION_AROUND_ALL STOCK PYTORCH}
DATE=${DATE:-$(date +%F)}
OUT=${OUT:-docs/benchmarks}
BUILD=${BUILD:-yes}                      # anything else takes what the last build left

# As one thread as can be: OpenMP in ND4J and PyTorch, OpenBLAS in ND4J.
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 TF_CPP_MIN_LOG_LEVEL=2
# What a server may come with that has OpenBLAS multiply as on an older processor.
unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE

BENCH=musicgen-bench/rivals
say() { echo "$(date +%T) $*" >&2; }

# The value of a property of the parent.
version() { sed -n "s|.*<$1.version>\(.*\)</$1.version>.*|\1|p" pom.xml; }

# The module that has what a rival needs, and what its JVM is told.
module() {
    case $1 in
        ONNX_RUNTIME) echo onnxruntime ;;
        DL4J_ONEDNN) echo onednn ;;
        PYTORCH*) echo pytorch ;;
        TENSORFLOW) echo tensorflow ;;
        *) echo none ;;
    esac
}

arguments() {
    local module
    module=$(module "$1")
    if [[ $module == none ]]; then
        echo "-cp musicgen-bench/target/benchmarks.jar"
    else
        echo "-cp $BENCH/$module/target/classes:$(cat "$BENCH/$module/target/classpath.txt") $(jvm_arguments "$module")"
    fi
}

# As the tests of the module have them.
jvm_arguments() {
    sed -n "s|.*<rival.jvm.arguments>\(.*\)</rival.jvm.arguments>.*|\1|p" "$BENCH/$1/pom.xml" \
        | sed "s|\${project.build.directory}|$PWD/$BENCH/$1/target|g"
}

# jmh RIVAL RESULT BENCHMARK OPTION...
jmh() {
    local rival=$1 result=$2
    shift 2
    if [[ -s $result ]]; then # JMH makes an empty file first
        say "is there already"
        return
    fi
    # The fork finds its class path in a jar: on a command line as long as that, ONNX Runtime 1.29 overflows the stack.
    # shellcheck disable=SC2046
    if ! java -Djmh.separateClasspathJAR=true $(arguments "$rival") org.openjdk.jmh.Main "$@" -f 1 -foe true -rf json -rff "$result" \
        > "$result.log" 2>&1; then
        say "$rival failed:"
        tail -n 30 "$result.log" >&2
        rm -f "$result" # what a run has measured that failed is not all of it
        exit 1
    fi
}

if [[ $BUILD == yes ]]; then
    say "building"
    mvn -B --no-transfer-progress -Privals -am package -DskipTests \
        -pl "$BENCH/onnxruntime,$BENCH/onednn,$BENCH/pytorch,$BENCH/tensorflow" >&2
fi
forks=${FORKS:-$(mktemp -d)}
steps=()     # JSON files, in the order in which the pages name the rivals
trainings=()
mkdir -p "$OUT" "$forks"
say "what is measured goes to $forks; should this break off, FORKS=$forks goes on with it"

# --- sampling ------------------------------------------------------------------------------------------------------------

for ((round = 1; round <= ROUNDS; round++)); do
    for rival in $STEP_RIVALS; do
        models=$MODELS
        [[ " $ATTENTION_RIVALS " == *" $rival "* ]] && models+=" ATTENTION_128"
        say "round $round of $ROUNDS: $rival"
        steps+=("$forks/step-$round-$rival.json")
        jmh "$rival" "$forks/step-$round-$rival.json" RivalStepBenchmark -p "rival=$rival" -p "model=${models// /,}" \
            -wi "$WARMUPS" -w 500ms -i "$ITERATIONS" -r 500ms
    done
done

# --- training ------------------------------------------------------------------------------------------------------------

for ((round = 1; round <= TRAINING_ROUNDS; round++)); do
    for network in $TRAINED; do
        say "training, round $round of $TRAINING_ROUNDS: $network"
        trainings+=("$forks/training-$round-$network.json")
        jmh "$network" "$forks/training-$round-$network.json" TrainingStepBenchmark -p "network=$network" \
            -wi 2 -w 2 -i 3 -r 2
    done
done

# --- pages ---------------------------------------------------------------------------------------------------------------

cpu="$(grep -c '^processor' /proc/cpuinfo) virtual cores of $(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1), one thread for everybody"
javacpp=$(version javacpp)

# page NAME PARAMETER SIZE_PARAMETER TITLE DATA COUNT UNIT BASELINES VERSIONS JSON...
page() {
    local name=$DATE-$1
    java -cp musicgen-bench/target/benchmarks.jar io.github.musicgen.bench.ForkMerge "$OUT/$name.json" "$3" "${@:10}"
    cat > "$OUT/$name.properties" << END
# What JMH does not write down; BenchmarkReport makes the page of this and the JSON.
title = $4
date = $DATE
command = ${said}musicgen-bench/rivals/measure.sh
cpu = $cpu
data = $5
count = $6
unit = $7
baseline.parameter = $2
baseline.value = $8
versions = $9
END
    java -cp musicgen-bench/target/benchmarks.jar io.github.musicgen.bench.BenchmarkReport "$OUT/$name.json"
    say "wrote $OUT/$name.md"
}

dl4j="Deeplearning4j and ND4J $(version deeplearning4j) on OpenBLAS $(version openblas) and JavaCPP $javacpp"
pytorch="PyTorch $(version pytorch) in DJL $(version djl)"
if ((ROUNDS > 0)); then
    page rivals rival model "A step of the sampling loop, ours and others'" \
        "a step of the sampling loop: the last event in, the network, softmax at temperature 1, a draw; of OPENBLAS_PRODUCTS the products alone" \
        1 steps "OPENBLAS_PRODUCTS, MUSICGEN" \
        "$dl4j; ONNX Runtime $(version onnxruntime); $pytorch; TensorFlow Java $(version tensorflow)" "${steps[@]}"
fi
if ((TRAINING_ROUNDS > 0)) && [[ -n $TRAINED ]]; then
    page training-rivals network units "A step of training, ours and others'" \
        "64 melodies of 128 steps through two layers, forwards and backwards, and Adam" \
        8192 events STOCK "$dl4j; $pytorch" "${trainings[@]}"
fi
if ((ROUNDS > 0 && TRAINING_ROUNDS > 0)) && [[ $OUT == docs/benchmarks ]]; then
    java -cp musicgen-bench/target/benchmarks.jar io.github.musicgen.bench.ReadmeTables README.md "$OUT/$DATE"
    say "wrote the tables of README.md"
fi
# The folder may be somebody's own, with other things in it.
for result in "${steps[@]}" "${trainings[@]}"; do rm -f "$result" "$result.log"; done
rmdir --ignore-fail-on-non-empty "$forks"
