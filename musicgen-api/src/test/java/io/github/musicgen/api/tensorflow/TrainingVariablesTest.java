package io.github.musicgen.api.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingVariablesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rnn/kernel/Adam",
                "rnn/kernel/Adam_1",
                "rnn_model/rnn_model/fully_connected/bias/Adagrad",
                "rnn/kernel/RMSProp_1",
                "rnn/kernel/Momentum",
                "rnn/kernel/ExponentialMovingAverage",
                "global_step",
                "rnn_model/global_step",
                "beta1_power",
                "scope/beta2_power_1"
            })
    void reasonToPassOver_whatOnlyTrainingNeeds_isGiven(String name) {
        assertThat(TrainingVariables.reasonToPassOver(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fully_connected/weights",
                "rnn/multi_rnn_cell/cell_0/basic_lstm_cell/kernel",
                "RNN/MultiRNNCell/Cell0/LSTMCell/W_0",
                "rnn/attention_cell_wrapper/attention/attn_v",
                "Adam/kernel",
                "rnn/MyAdam",
                "my_global_step"
            })
    void reasonToPassOver_weights_areKept(String name) {
        assertThat(TrainingVariables.reasonToPassOver(name)).isEmpty();
    }
}
