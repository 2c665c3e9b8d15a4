package io.github.musicgen.models.layers;

import org.deeplearning4j.nn.conf.layers.Layer;

/** Each recurrent layer of ours, in what every one of them must do. */
enum LayerKind {
    LSTM {
        @Override
        Layer of(int size) {
            return Networks.lstm(size);
        }
    },
    TANH {
        @Override
        Layer of(int size) {
            return Networks.tanh(size);
        }
    },
    ATTENTION {
        @Override
        Layer of(int size) {
            return Networks.attention(3, size);
        }
    },
    ATTENTION_TO_THE_LAST_OUTPUT {
        @Override
        Layer of(int size) {
            return Networks.attention(1, size);
        }
    },
    ATTENTION_AROUND_A_STACK {
        @Override
        Layer of(int size) {
            return Networks.attention(2, size + 1, size - 1, size);
        }
    };

    abstract Layer of(int size);
}
